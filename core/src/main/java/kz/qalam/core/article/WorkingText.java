package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;

/**
 * What someone typed in a window and has not saved.
 *
 * @param article the story; absent for one that was never saved
 * @param counter grows with each text of the window
 * @param base the revision that it was begun from; 0 for a story that was never saved
 * @param copy as typed, not yet held to the limits of a copy
 * @param desk the one chosen for a story that was never saved; absent: none was
 */
public record WorkingText(UUID window, @Nullable UUID article, long counter, int base, Instant keptAt, Copy copy,
        @Nullable UUID desk) {}
