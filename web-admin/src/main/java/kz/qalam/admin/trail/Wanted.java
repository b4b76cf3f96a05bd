package kz.qalam.admin.trail;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.admin.ui.Asked;
import kz.qalam.core.article.TrailFilter;

/** What the form asks for; what is not clear does not narrow. Days are the newsroom's. */
public class Wanted {

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
        return new TrailFilter(Asked.blank(who), Asked.blank(act), Asked.day(from, 0), Asked.day(to, 1), id());
    }

    /** As the address and its links have it, without a cursor. */
    String query() {
        return new Asked().and("who", who).and("act", act).and("from", from).and("to", to).and("story", story)
                .toString();
    }

    private @Nullable UUID id() {
        try {
            return story == null || story.isBlank() ? null : UUID.fromString(story.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String who() {
        return Asked.text(who);
    }

    public String act() {
        return Asked.text(act);
    }

    public String from() {
        return Asked.text(from);
    }

    public String to() {
        return Asked.text(to);
    }

    public String story() {
        return Asked.text(story);
    }
}
