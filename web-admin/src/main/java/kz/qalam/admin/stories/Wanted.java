package kz.qalam.admin.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Ids;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryFilter.Order;
import kz.qalam.core.article.StoryFilter.Outlook;
import kz.qalam.core.language.NewsTime;

/** What the list's address asks for. What it does not say clearly does not narrow the list. Days are the newsroom's. */
public class Wanted {

    @QueryParam("stage")
    @Nullable
    String stage;

    @QueryParam("desk")
    @Nullable
    String desk;

    @QueryParam("section")
    @Nullable
    String section;

    @QueryParam("author")
    @Nullable
    String author;

    @QueryParam("q")
    @Nullable
    String words;

    @QueryParam("tag")
    @Nullable
    String tag;

    @QueryParam("outlook")
    @Nullable
    String outlook;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("order")
    @Nullable
    String order;

    /** @param me the username of whoever looks, for «only mine» */
    StoryFilter filter(String me) {
        return new StoryFilter(choice(Stage.values(), stage), Ids.said(desk), blank(section),
                isMine() ? me : blank(author),
                blank(words), blank(tag), choice(Outlook.values(), outlook), day(from, 0), day(to, 1),
                isLongest() ? Order.LONGEST_WAITING : Order.NEWEST);
    }

    /** As the address and its links have it, without a cursor. */
    String query() {
        StringBuilder query = new StringBuilder();
        add(query, "stage", stage);
        add(query, "desk", desk);
        add(query, "section", section);
        add(query, "author", author);
        add(query, "q", words);
        add(query, "tag", tag);
        add(query, "outlook", outlook);
        add(query, "from", from);
        add(query, "to", to);
        add(query, "order", order);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.append(query.length() == 0 ? "" : "&").append(name).append('=')
                    .append(URLEncoder.encode(value, UTF_8));
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
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

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public boolean isMine() {
        return "me".equals(author);
    }

    public boolean isLongest() {
        return Order.LONGEST_WAITING.name().equals(order);
    }

    /** Whether one of the filters is in use that do not stand in the first line. */
    public boolean isDetailed() {
        return !authorName().isEmpty() || !tag().isEmpty() || blank(outlook) != null || !from().isEmpty()
                || !to().isEmpty() || isLongest();
    }

    public String authorName() {
        return isMine() || author == null ? "" : author;
    }

    public String tag() {
        return tag == null ? "" : tag;
    }

    public String from() {
        return from == null ? "" : from;
    }

    public String to() {
        return to == null ? "" : to;
    }
}
