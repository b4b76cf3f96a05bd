package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * An unsaved text as its writer's own list shows it.
 *
 * @param article the story; absent for one that was never saved
 * @param headline as typed; empty where not even the text can be looked at
 * @param readable whether it can be looked at where its story stands
 * @param legible whether it can be looked at, if only by itself ({@link Keeping#own})
 */
public record Leftover(UUID window, @Nullable UUID article, String headline, Language language, Instant keptAt,
        boolean readable, boolean legible) {}
