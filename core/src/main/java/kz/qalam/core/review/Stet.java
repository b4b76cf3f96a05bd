package kz.qalam.core.review;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A finding of the proofreader that stands as it is in one story: wherever the same rule finds the same words.
 *
 * @param kind of the finding, in lower case
 * @param message the key of its rule
 * @param words as they stood; of a sign between words with those beside it, the first of a long passage
 * @param reason why; absent where none was asked for
 * @param by who said so, by name
 */
public record Stet(UUID id, String kind, String message, String words, @Nullable String reason, String by,
        Instant at) {}
