package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * An unsaved text as its writer's own list shows it.
 *
 * @param article the story; absent for one that was never saved
 * @param headline as typed; empty for a story that the writer may no longer read
 * @param readable whether it can be looked at where its story stands
 */
public record Leftover(UUID window, @Nullable UUID article, String headline, Language language, Instant keptAt,
        boolean readable) {}
