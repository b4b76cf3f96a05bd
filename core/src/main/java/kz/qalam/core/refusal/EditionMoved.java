package kz.qalam.core.refusal;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.NewsTime;

/** What was to be planned or moved stands otherwise than whoever asks knew: held, moved, out already, or withdrawn. */
public final class EditionMoved extends Refusal {

    private final String variant;
    private final String by;
    private final @Nullable String reason;
    private final @Nullable Instant from;

    private EditionMoved(String variant, String by, @Nullable String reason, @Nullable Instant from) {
        super(Kind.CONFLICT, "edition-moved");
        this.variant = variant;
        this.by = by;
        this.reason = reason;
        this.from = from;
    }

    /**
     * @param by the name of who holds it
     * @param reason why; the database's own reason is said in the asker's language
     */
    public static EditionMoved held(String by, @Nullable String reason) {
        return new EditionMoved("held", by, reason, null);
    }

    /** @param by the name of who gave it another time */
    public static EditionMoved planned(String by, Instant from) {
        return new EditionMoved("planned", by, null, from);
    }

    /** Nothing of what was seen waits any more. */
    public static EditionMoved gone() {
        return new EditionMoved("gone", "", null, null);
    }

    /** Until when it stays is not what was seen. @param until as it is now; absent: for good */
    public static EditionMoved ending(@Nullable Instant until) {
        return new EditionMoved(until == null ? "endless" : "ending", "", null, until);
    }

    @Override
    String variant() {
        return variant;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{by, reason == null ? "" : OwnReasons.said(reason, locale),
                from == null ? "" : new NewsTime(Clock.systemUTC(), NewsTime.ALMATY).near(from, locale)};
    }
}
