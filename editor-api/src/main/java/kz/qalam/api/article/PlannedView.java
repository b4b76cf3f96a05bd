package kz.qalam.api.article;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;

@Schema(name = "Planned", description = "An edition whose time has not come, or that is held.")
record PlannedView(int number, int revision, String kind, Instant from,
        @Schema(description = "Why it is held; null when nothing holds it.") @Nullable String held) {

    static PlannedView of(Standing.Planned planned) {
        return new PlannedView(planned.number(), planned.revision(), planned.kind(), planned.from(), planned.held());
    }
}
