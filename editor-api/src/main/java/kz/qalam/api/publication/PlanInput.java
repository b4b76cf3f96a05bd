package kz.qalam.api.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "PlanInput", requiredProperties = "revision")
record PlanInput(@Schema(description = "An approved revision.") Integer revision,
        @Schema(description = "When it goes out; left out or past: at once. At most two years ahead.") @Nullable Instant from,
        @Schema(description = "Whether to refuse what is held meanwhile, with the reason; left out, its hold is lifted.") @Nullable Boolean unlessHeld)
        implements
            Input {}
