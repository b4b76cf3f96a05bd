package kz.qalam.admin.stories;

import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Asked;
import kz.qalam.admin.ui.Ids;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryFilter.Order;
import kz.qalam.core.article.StoryFilter.Outlook;
import kz.qalam.core.copy.Language;

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

    @QueryParam("language")
    @Nullable
    String language;

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
        return new StoryFilter(Asked.choice(Stage.values(), stage), Ids.said(desk), Asked.blank(section),
                isMine() ? me : Asked.blank(author), Asked.blank(words), Asked.blank(tag), language(),
                Asked.choice(Outlook.values(), outlook), Asked.day(from, 0), Asked.day(to, 1),
                isLongest() ? Order.LONGEST_WAITING : Order.NEWEST);
    }

    /** As the address and its links have it, without a cursor. */
    String query() {
        return new Asked().and("stage", stage).and("desk", desk).and("section", section).and("author", author)
                .and("q", words).and("tag", tag).and("language", language).and("outlook", outlook).and("from", from)
                .and("to", to)
                .and("order", order).toString();
    }

    private @Nullable Language language() {
        return Language.named(language).orElse(null);
    }

    public boolean isMine() {
        return "me".equals(author);
    }

    public boolean isLongest() {
        return Order.LONGEST_WAITING.name().equals(order);
    }

    /** Whether one of the filters is in use that do not stand in the first line. */
    public boolean isDetailed() {
        return !authorName().isEmpty() || !tag().isEmpty() || language() != null || Asked.blank(outlook) != null
                || !from().isEmpty()
                || !to().isEmpty() || isLongest();
    }

    public String authorName() {
        return isMine() || author == null ? "" : author;
    }

    public String tag() {
        return Asked.text(tag);
    }

    public String from() {
        return Asked.text(from);
    }

    public String to() {
        return Asked.text(to);
    }
}
