package kz.qalam.api.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "NoteInput", requiredProperties = {"revision", "said"})
record NoteInput(Integer revision,
        @Schema(description = "`headline` or `lead`, where the passage stands there.", enumeration = {"headline",
                "lead"}) @Nullable String field,
        @Schema(description = "The block in which the passage stands, from 0; left out with the field, the first place that has it, from the headline on.") @Nullable Integer block,
        @Schema(description = "The passage, as it stands in one place; left out for a note on the whole text.", maxLength = 300) @Nullable String quoted,
        @Schema(minLength = 1, maxLength = 2000) String said) implements Input{}
