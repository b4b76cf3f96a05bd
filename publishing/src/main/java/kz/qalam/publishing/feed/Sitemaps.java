package kz.qalam.publishing.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

import kz.qalam.core.language.NewsTime;

/**
 * What search engines are told. A story stands for ever in the sitemap of its first release's thousand, so that publishing
 * one story writes one bounded file, however many there are.
 */
public final class Sitemaps {
    public static final String INDEX = "/sitemap.xml";
    public static final String NEWS = "/sitemap-news.xml";
    public static final String LISTS = "/sitemap-sections.xml";
    public static final String ROBOTS = "/robots.txt";

    /** The most addresses that one file may hold. */
    public static final int MOST = 1000;

    /** What the names of all sitemaps but the index begin with. */
    public static final String PREFIX = "/sitemap-";
    private static final Pattern OF_THOUSAND = Pattern.compile("/sitemap-\\d{6,}\\.xml");
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final String name;
    private final String url;

    /** A story's address. */
    public record Address(String address, Instant changedAt) {}

    /** A story of the last days. */
    public record News(String address, String headline, String language, Instant publishedAt) {}

    public Sitemaps(String name, String url) {
        this.name = name;
        this.url = url;
    }

    /** The thousand to which a first release belongs, from 1. */
    public static long thousand(long firstRelease) {
        return (firstRelease - 1) / MOST + 1;
    }

    /** The sitemap of a thousand: {@code /sitemap-000001.xml}. */
    public static String path(long thousand) {
        return "%s%06d.xml".formatted(PREFIX, thousand);
    }

    public static boolean isOfThousand(String path) {
        return OF_THOUSAND.matcher(path).matches();
    }

    public static long thousandOf(String path) {
        return Long.parseLong(path.substring(PREFIX.length(), path.indexOf('.')));
    }

    /** @param paths of the sitemaps that there are */
    public byte[] index(List<String> paths) {
        var xml = new Xml();
        xml.element("sitemapindex",
                () -> paths.forEach(path -> xml.element("sitemap", () -> xml.text("loc", url + path))), "xmlns",
                SITEMAP);
        return xml.bytes();
    }

    public byte[] stories(List<Address> stories) {
        var xml = new Xml();
        xml.element("urlset", () -> stories.forEach(story -> xml.element("url", () -> {
            xml.text("loc", story.address());
            xml.text("lastmod", inAlmaty(story.changedAt()));
        })), "xmlns", SITEMAP);
        return xml.bytes();
    }

    /** The front page and the sections. */
    public byte[] lists(List<String> paths) {
        var xml = new Xml();
        xml.element("urlset", () -> paths.forEach(path -> xml.element("url", () -> xml.text("loc", url + path))),
                "xmlns",
                SITEMAP);
        return xml.bytes();
    }

    public byte[] news(List<News> stories) {
        var xml = new Xml();
        xml.element("urlset", () -> stories.forEach(story -> xml.element("url", () -> {
            xml.text("loc", story.address());
            xml.element("news:news", () -> {
                xml.element("news:publication", () -> {
                    xml.text("news:name", name);
                    xml.text("news:language", story.language());
                });
                xml.text("news:publication_date", inAlmaty(story.publishedAt()));
                xml.text("news:title", story.headline());
            });
        })), "xmlns", SITEMAP, "xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
        return xml.bytes();
    }

    /** @param prefixes of the scripts, each of which has sitemaps of its own */
    public byte[] robots(List<String> prefixes) {
        var robots = new StringBuilder("""
                User-agent: *
                Disallow: /-/views
                """);
        prefixes.forEach(prefix -> robots.append("Disallow: ").append(prefix).append("/search\n"));
        robots.append('\n');
        for (var prefix : prefixes) {
            robots.append("Sitemap: ").append(url).append(prefix).append(INDEX).append('\n');
            robots.append("Sitemap: ").append(url).append(prefix).append(NEWS).append('\n');
        }
        return robots.toString().getBytes(UTF_8);
    }

    private static String inAlmaty(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(SECONDS).atZone(NewsTime.ALMATY));
    }
}
