package kz.qalam.api.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "VerdictInput", requiredProperties = "revision")
record VerdictInput(@Schema(description = "The revision that was read.") Integer revision,
        @Schema(description = "For the writer; required to request changes, unless open notes of yours stand at passages of that revision.", maxLength = 4000) @Nullable String note)
        implements
            Input {}
