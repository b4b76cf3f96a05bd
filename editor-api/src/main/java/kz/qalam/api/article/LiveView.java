package kz.qalam.api.article;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;

@Schema(name = "Live", description = "What readers have now.")
record LiveView(int revision, @Schema(description = "Its number in the newsroom's order of releases.") long release,
        @Schema(description = "Its address on the public site.", examples = "/2026/11/24/kitapkhana/") String path,
        Instant since) {

    static @Nullable LiveView of(Standing.@Nullable Live live) {
        return live == null ? null : new LiveView(live.revision(), live.release(), live.path(), live.since());
    }
}
