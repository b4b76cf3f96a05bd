package kz.qalam.api.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "StyleTrialInput", requiredProperties = "word")
record StyleTrialInput(@Schema(maxLength = 64) String word, @Schema(maxLength = 100) @Nullable String instead,
        @Schema(description = "`next` of the look before.") @Nullable String cursor)
        implements
            Input {}
