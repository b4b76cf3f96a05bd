package kz.qalam.api.article;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;

@Schema(name = "End", description = "Until when a story is before the public.")
record EndView(Instant at, @Schema(description = "What readers find afterwards.") @Nullable String notice) {

    static @Nullable EndView of(Standing.@Nullable End end) {
        return end == null ? null : new EndView(end.at(), end.notice());
    }
}
