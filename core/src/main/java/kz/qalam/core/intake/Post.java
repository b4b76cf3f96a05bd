package kz.qalam.core.intake;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/** One item of a WordPress archive, as its fields are read. */
final class Post {

    static final int MOST_IN_FIELD = 4_000;

    private static final int MOST_IN_LEAD = 1_000;
    private static final int MOST_TAGS = 20;
    private static final int MOST_IN_TAG = 60;
    private static final int MOST_IN_NAME = 100;

    private static final DateTimeFormatter WORDPRESS_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** What WordPress calls the category of posts that have none. */
    private static final Set<String> NO_CATEGORY = Set.of("Uncategorized", "Без рубрики", "Санатсыз", "Айдарсыз");

    /** Where the usual plug-ins for counting keep their figure. */
    private static final Set<String> VIEWS = Set.of("views", "post_views_count", "_post_views", "wpb_post_views_count");

    private static final Set<String> NOT_KEPT = Set.of("trash", "auto-draft", "inherit");

    private static final List<String> DIGESTED = List.of("wp:post_id", "wp:post_date_gmt", "creator", "title",
            "excerpt",
            "content");

    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private @Nullable Long views;
    private long comments;

    void put(String name, String text) {
        fields.putIfAbsent(name, text);
    }

    void addCategory(String name) {
        if (categories.size() <= MOST_TAGS) {
            categories.add(name);
        }
    }

    /** A field of a plug-in, or a comment, of which only those approved are counted and no pingbacks. */
    void addPair(String kind, String first, String second) {
        if (kind.equals("meta_key")) {
            if (VIEWS.contains(first) && second.matches("\\d{1,15}")) {
                views = Long.valueOf(second);
            }
        } else if (second.equals("1") && (first.isEmpty() || first.equals("comment"))) {
            comments++;
        }
    }

    String id() {
        String id = field("wp:post_id");
        return id.matches("\\d{1,20}") ? id : "";
    }

    /** Whether it is a post that somebody wrote and nobody threw away, rather than a page, a picture or a menu. */
    boolean isStory() {
        String type = field("wp:post_type");
        return (type.isEmpty() || type.equals("post")) && !NOT_KEPT.contains(field("wp:status"));
    }

    Incoming incoming(String name, String site, Map<String, String> authors) {
        String content = field("content");
        if (content.getBytes(StandardCharsets.UTF_8).length > Intake.MOST_BYTES) {
            throw new UnreadableImport(Reason.TOO_LARGE);
        }
        Cleaning cleaning = new Cleaning();
        Copy copy = Copy.draft(plain(field("title"), cleaning)).withTags(tags(cleaning))
                .withBylines(bylines(authors, cleaning));
        String lead = plain(field("excerpt"), cleaning);
        boolean fits = lead.codePointCount(0, lead.length()) <= MOST_IN_LEAD;
        HtmlPage page = HtmlPage.ofPost(fits ? copy.withLead(lead) : copy, content, base(site),
                !content.contains("<!-- wp:"));
        if (page.copy().body().isEmpty() && page.copy().headline().isEmpty()) {
            throw new UnreadableImport(Reason.NO_STORY);
        }
        List<Remark> remarks = new ArrayList<>(cleaning.remarks());
        remarks.addAll(page.remarks());
        Long counted = views == null ? null : Long.valueOf(comments);
        if (views != null) {
            remarks.add(0, new Remark("counters", comments, views));
        }
        return Intake.incoming(page.copy(), counted, views, dated(), digest(), name, remarks);
    }

    /** What is told by a field that may have markup in it. */
    private static String plain(String html, Cleaning cleaning) {
        return Spaces.single(cleaning.clean(Jsoup.parseBodyFragment(html).text().replace('\n', ' ')));
    }

    private List<String> tags(Cleaning cleaning) {
        return categories.stream().filter(category -> !NO_CATEGORY.contains(category))
                .map(category -> plain(category, cleaning))
                .filter(tag -> !tag.isEmpty() && tag.codePointCount(0, tag.length()) <= MOST_IN_TAG).distinct()
                .limit(MOST_TAGS).toList();
    }

    private List<Byline> bylines(Map<String, String> authors, Cleaning cleaning) {
        String creator = field("creator");
        String name = plain(authors.getOrDefault(creator, creator), cleaning);
        return name.isEmpty() || name.codePointCount(0, name.length()) > MOST_IN_NAME
                ? List.of()
                : List.of(new Byline(name));
    }

    private String base(String site) {
        String link = field("link").startsWith("http") ? field("link") : site;
        return link.startsWith("http://") || link.startsWith("https://") ? link : "";
    }

    private @Nullable Instant dated() {
        try {
            return LocalDateTime.parse(field("wp:post_date_gmt"), WORDPRESS_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return rssDate();
        }
    }

    private @Nullable Instant rssDate() {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(field("pubDate"), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** By what it says, not by how the archive is laid out: the same post in a later export is known again. */
    private byte[] digest() {
        String said = DIGESTED.stream().map(this::field).collect(joining("\0"));
        return Intake.sha256((said + "\0" + String.join("\0", categories)).getBytes(StandardCharsets.UTF_8));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
