package kz.qalam.admin.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.TrailFilter;
import kz.qalam.core.language.NewsTime;

/** What the form asks for; what is not clear does not narrow. Days are the newsroom's. */
public class Asked {

    @QueryParam("who")
    @Nullable
    String who;

    @QueryParam("act")
    @Nullable
    String act;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("story")
    @Nullable
    String story;

    TrailFilter filter() {
        return new TrailFilter(blank(who), blank(act), day(from, 0), day(to, 1), id());
    }

    /** As the address and its links have it, without a cursor. */
    String query() {
        StringBuilder query = new StringBuilder();
        add(query, "who", who);
        add(query, "act", act);
        add(query, "from", from);
        add(query, "to", to);
        add(query, "story", story);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.append(query.length() == 0 ? "" : "&").append(name).append('=')
                    .append(URLEncoder.encode(value.strip(), UTF_8));
        }
    }

    private static @Nullable Instant day(@Nullable String text, int later) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : LocalDate.parse(text.strip()).plusDays(later).atStartOfDay(NewsTime.ALMATY).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable UUID id() {
        try {
            return story == null || story.isBlank() ? null : UUID.fromString(story.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public String who() {
        return text(who);
    }

    public String act() {
        return text(act);
    }

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    public String story() {
        return text(story);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
