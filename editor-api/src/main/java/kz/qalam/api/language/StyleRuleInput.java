package kz.qalam.api.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "StyleRuleInput", requiredProperties = "reason")
record StyleRuleInput(
        @Schema(description = "What is to be written; put into the same form. Absent: the word is only marked.", maxLength = 100) @Nullable String instead,
        @Schema(description = "For whoever meets the rule.", maxLength = 300) String reason)
        implements
            Input {}
