package kz.qalam.publishing.feed;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import kz.qalam.core.language.NewsTime;

/** The newest stories in the three forms that readers' programs know. */
public final class Feeds {
    public static final String RSS = "/feed.xml";
    public static final String ATOM = "/atom.xml";
    public static final String JSON = "/feed.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String title;
    private final String description;
    private final String url;
    private final String language;

    /**
     * @param title what the site is called
     * @param url the site's public address in this script, without a slash at the end
     * @param language the site's language and script, as a BCP 47 tag
     */
    public Feeds(String title, String description, String url, String language) {
        this.title = title;
        this.description = description;
        this.url = url;
        this.language = language;
    }

    /** RSS 2.0, of the whole site. */
    public byte[] rss(List<Entry> entries) {
        return rss(title, "/", RSS, entries);
    }

    /**
     * RSS 2.0 of one list.
     *
     * @param of what it is a feed of
     * @param list the path of the list's page, without the script's prefix
     * @param self the path of the feed
     */
    public byte[] rss(String of, String list, String self, List<Entry> entries) {
        var xml = new Xml();
        xml.element("rss", () -> xml.element("channel", () -> {
            xml.text("title", of);
            xml.text("link", url + list);
            xml.text("description", description);
            xml.text("language", language);
            xml.empty("atom:link", "href", url + self, "rel", "self", "type", "application/rss+xml");
            if (!entries.isEmpty()) {
                xml.text("lastBuildDate", inMail(newest(entries)));
            }
            entries.forEach(entry -> xml.element("item", () -> {
                xml.text("title", entry.headline());
                xml.text("link", entry.address());
                xml.text("guid", entry.address(), "isPermaLink", "true");
                xml.text("pubDate", inMail(entry.publishedAt()));
                entry.authors().forEach(author -> xml.text("dc:creator", author));
                if (entry.section() != null) {
                    xml.text("category", entry.section());
                }
                entry.tags().forEach(tag -> xml.text("category", tag));
                if (!entry.lead().isEmpty()) {
                    xml.text("description", entry.lead());
                }
                if (entry.html() != null) {
                    xml.text("content:encoded", entry.html());
                }
            }));
        }), "version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom", "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/", "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        return xml.bytes();
    }

    /** Atom, RFC 4287. */
    public byte[] atom(List<Entry> entries) {
        var xml = new Xml();
        xml.element("feed", () -> {
            xml.text("title", title);
            xml.text("subtitle", description);
            xml.text("id", url + "/");
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", url + "/");
            xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", url + ATOM);
            xml.text("updated", inAlmaty(newest(entries)));
            xml.element("author", () -> xml.text("name", title));
            entries.forEach(entry -> xml.element("entry", () -> {
                xml.text("title", entry.headline());
                xml.text("id", entry.address());
                xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.address());
                xml.text("published", inAlmaty(entry.publishedAt()));
                xml.text("updated", inAlmaty(entry.changedAt()));
                entry.authors().forEach(author -> xml.element("author", () -> xml.text("name", author)));
                if (entry.section() != null) {
                    xml.empty("category", "term", entry.section());
                }
                entry.tags().forEach(tag -> xml.empty("category", "term", tag));
                if (!entry.lead().isEmpty()) {
                    xml.text("summary", entry.lead());
                }
                if (entry.html() != null) {
                    xml.text("content", entry.html(), "type", "html", "xml:lang", entry.language());
                }
            }, "xml:lang", entry.language()));
        }, "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language);
        return xml.bytes();
    }

    /** JSON Feed 1.1. */
    public byte[] json(List<Entry> entries) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("description", description);
        feed.put("home_page_url", url + "/");
        feed.put("feed_url", url + JSON);
        feed.put("language", language);
        feed.put("items", entries.stream().map(Feeds::item).toList());
        try {
            return MAPPER.writeValueAsBytes(feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> item(Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", entry.address());
        item.put("url", entry.address());
        item.put("title", entry.headline());
        if (!entry.lead().isEmpty()) {
            item.put("summary", entry.lead());
        }
        item.put("content_html", entry.html() == null ? "" : entry.html());
        item.put("date_published", inAlmaty(entry.publishedAt()));
        item.put("date_modified", inAlmaty(entry.changedAt()));
        if (!entry.authors().isEmpty()) {
            item.put("authors", entry.authors().stream().map(author -> Map.of("name", author)).toList());
        }
        var tags = new ArrayList<String>();
        if (entry.section() != null) {
            tags.add(entry.section());
        }
        tags.addAll(entry.tags());
        if (!tags.isEmpty()) {
            item.put("tags", tags);
        }
        item.put("language", entry.language());
        return item;
    }

    /** When the feed last changed: never the time of day, so that the same stories give the same bytes. */
    private static Instant newest(List<Entry> entries) {
        return entries.stream().map(Entry::changedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static String inMail(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(NewsTime.ALMATY));
    }

    private static String inAlmaty(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(SECONDS).atZone(NewsTime.ALMATY));
    }
}
