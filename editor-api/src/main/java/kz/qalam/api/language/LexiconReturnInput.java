package kz.qalam.api.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "LexiconReturnInput", requiredProperties = {"version", "remark"})
record LexiconReturnInput(@Schema(description = "The version that was looked at: the newest.") int version,
        @Schema(description = "Why.", maxLength = 1_000) String remark)
        implements
            Input {}
