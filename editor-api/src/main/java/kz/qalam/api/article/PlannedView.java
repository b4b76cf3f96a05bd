package kz.qalam.api.article;

import java.time.Instant;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;
import kz.qalam.core.refusal.OwnReasons;

@Schema(name = "Planned", description = "An edition whose time has not come, or that is held.")
record PlannedView(int number, int revision, String kind, Instant from,
        @Schema(description = "Why it is held; null when nothing holds it.") @Nullable String held) {

    /** @param locale in which the newsroom's own reasons are said */
    static PlannedView of(Standing.Planned planned, Locale locale) {
        String held = planned.held();
        return new PlannedView(planned.number(), planned.revision(), planned.kind(), planned.from(),
                held == null ? null : OwnReasons.said(held, locale));
    }
}
