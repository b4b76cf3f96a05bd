package kz.qalam.api.review;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "VerdictInput", requiredProperties = "revision")
record VerdictInput(@Schema(description = "The revision that was read.") Integer revision,
        @Schema(description = "The round that was read, by its id; when another is open, with another proposal perhaps, the verdict is refused. Left out: whichever is open on that revision.") @Nullable UUID round,
        @Schema(description = "For the writer; required to request changes, unless open notes of yours stand at passages of that revision.", maxLength = 4000) @Nullable String note)
        implements
            Input {}
