package kz.qalam.publishing.page;

import java.time.Instant;

/** What readers were told when a live story changed. */
public record Note(Kind kind, String text, Instant at) {

    public enum Kind {
        UPDATE,
        CORRECTION
    }
}
