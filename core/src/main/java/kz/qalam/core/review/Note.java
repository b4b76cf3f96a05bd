package kz.qalam.core.review;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What someone has to say about a passage of a revision, or about the whole of it.
 *
 * @param field {@code headline} or {@code lead}; absent for a note in the body, or on the whole text
 * @param block the place of the block in the revision's body, from 0; absent for a note elsewhere
 * @param start where in that text the passage begins, in UTF-16 units, and {@code end} where it ends
 * @param quoted the passage as it stood
 * @param own whether whoever looks wrote it
 */
public record Note(UUID id, int revision, @Nullable String field, @Nullable Integer block, @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String quoted, String said, String author, boolean own, Instant writtenAt,
        @Nullable String resolvedBy, @Nullable Instant resolvedAt) {

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
