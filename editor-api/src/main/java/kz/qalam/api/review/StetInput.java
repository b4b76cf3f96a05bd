package kz.qalam.api.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "StetInput", description = "A finding in the current revision, by its place as the checklist and the proofreader name it.", requiredProperties = {
        "revision", "pointer", "start", "end", "kind"})
record StetInput(Integer revision,
        @Schema(description = "/headline, /lead, /picture/caption or the block: /body/content/3.", maxLength = 100) String pointer,
        @Schema(description = "In UTF-16 units of what the block reads as.") Integer start, Integer end,
        @Schema(description = "spelling, scripts, keyboard, typography, doubled, harmony, language, style.", maxLength = 20) String kind,
        @Schema(description = "Why; needed where the desk wants findings of this kind settled.", maxLength = 300) @Nullable String reason)
        implements
            Input {}
