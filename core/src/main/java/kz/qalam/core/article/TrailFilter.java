package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which of the newsroom's acts are asked for; absent parts do not narrow.
 *
 * @param who a username
 * @param act a whole key, {@code revision.saved}, or the word before its dot, {@code revision}
 * @param from inclusive
 * @param to exclusive
 * @param chain the story, person or desk that it is about
 */
public record TrailFilter(@Nullable String who, @Nullable String act, @Nullable Instant from, @Nullable Instant to,
        @Nullable UUID chain) {

    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null);
}
