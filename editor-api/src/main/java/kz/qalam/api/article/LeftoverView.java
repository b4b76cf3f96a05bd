package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Leftover;

@Schema(name = "Leftover", description = "One of one's own unsaved texts.")
record LeftoverView(UUID window,
        @Schema(description = "The story; null for one that was never saved.") @Nullable UUID article,
        @Schema(description = "As typed; empty for a story that one may no longer read.") String headline,
        Instant keptAt, @Schema(description = "Whether its story can be read.") boolean readable) {

    static LeftoverView of(Leftover left) {
        return new LeftoverView(left.window(), left.article(), left.headline(), left.keptAt(), left.readable());
    }
}
