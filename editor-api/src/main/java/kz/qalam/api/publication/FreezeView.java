package kz.qalam.api.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.publication.Freeze;

@Schema(name = "Freeze", description = "Whether all releases are stopped; withdrawals go out all the same.")
record FreezeView(boolean frozen, @Nullable String reason,
        @Schema(description = "The name of who stopped them.") @Nullable String by, @Nullable Instant since) {

    static FreezeView of(@Nullable Freeze freeze) {
        return freeze == null
                ? new FreezeView(false, null, null, null)
                : new FreezeView(true, freeze.reason(), freeze.by(), freeze.since());
    }
}
