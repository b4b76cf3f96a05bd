package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Leftover;

@Schema(name = "Leftover", description = "One of one's own unsaved texts.")
record LeftoverView(UUID window,
        @Schema(description = "The story; null for one that was never saved.") @Nullable UUID article,
        @Schema(description = "As typed; empty where the text cannot be read.") String headline,
        Instant keptAt, @Schema(description = "Whether its story can be read.") boolean readable,
        @Schema(description = "Whether the text can be read: also that of a story that was handed on, as long as one works at its desk.") boolean legible) {

    static LeftoverView of(Leftover left) {
        return new LeftoverView(left.window(), left.article(), left.headline(), left.keptAt(), left.readable(),
                left.legible());
    }
}
