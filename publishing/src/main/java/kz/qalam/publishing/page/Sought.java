package kz.qalam.publishing.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * What was sought, and what was found.
 *
 * @param words as they were asked
 * @param page from 1
 * @param total how many, as far as they were counted
 * @param more whether there are more than were counted
 * @param filling whether the index is still being made
 * @param meant what was probably meant instead
 * @param next whether there is another page
 */
public record Sought(String words, @Nullable String section, @Nullable LocalDate from, @Nullable LocalDate to, int page,
        State state, List<Hit> hits, int total, boolean more, boolean filling, @Nullable String meant, boolean next) {

    /** How it went. */
    public enum State {
        EMPTY,
        FOUND,
        NONE,
        TOO_LONG,
        UNCLEAR,
        BUSY,
        AWAY
    }

    /** A story that was found: its headline, and the passage that says most of what was sought. */
    public record Hit(String path, Language language, @Nullable String section, Instant at, List<Piece> headline,
            List<Piece> passage) {}

    /** A piece of text; found: it is a form of what was sought. */
    public record Piece(String text, boolean found) {}
}
