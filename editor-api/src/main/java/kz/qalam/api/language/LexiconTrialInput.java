package kz.qalam.api.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "LexiconTrialInput", requiredProperties = "text")
record LexiconTrialInput(@Schema(description = "Kazakh in Cyrillic letters.", maxLength = 2_000) String text,
        @Schema(description = "Of which version; the newest when nothing is said.") @Nullable Integer version)
        implements
            Input {}
