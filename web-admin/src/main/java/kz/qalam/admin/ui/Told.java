package kz.qalam.admin.ui;

import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.core.NewCookie;

import org.jspecify.annotations.Nullable;

/** What a person is told once, on the page that follows an act. The cookie carries a name from this list, never text. */
public enum Told {
    SAVED,
    NOT_SAVED,
    NOTHING_CHANGED,
    MERGED,
    DISCARDED,
    RESTORED,
    SUBMITTED,
    RECALLED,
    APPROVED,
    CHANGES_REQUESTED,
    PLANNED,
    HELD,
    WITHDRAWN,
    END_KEPT,
    PICTURE_TAKEN,
    PICTURE_KNOWN,
    FROZEN,
    UNFROZEN,
    APPOINTED,
    DISMISSED,
    SUSPENDED,
    SUSPENDED_HERE,
    BROUGHT_BACK,
    DESK_KEPT,
    SECTION_KEPT,
    RULE_KEPT,
    RULE_LIVE,
    RULE_RETIRED,
    LEXICON_KEPT,
    LEXICON_APPROVED,
    TAG_KEPT,
    TAGS_MERGED,
    RESENT,
    HANDED_OVER,
    VIEW_KEPT,
    VIEW_GONE;

    static final String COOKIE = "qalam-told";

    /** Half a minute: a page that never came must not be commented on tomorrow. */
    private static final int SECONDS = 30;

    static Optional<Told> named(@Nullable String name) {
        return Arrays.stream(values()).filter(told -> told.name().equals(name)).findFirst();
    }

    /** Whether it tells that what was asked was not done. */
    public boolean isUndone() {
        return this == NOT_SAVED;
    }

    /** Sent with the redirect to the page that tells it. */
    public NewCookie cookie() {
        return cookie(name(), SECONDS);
    }

    static NewCookie forgotten() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE).value(value).path("/").maxAge(maxAge).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }
}
