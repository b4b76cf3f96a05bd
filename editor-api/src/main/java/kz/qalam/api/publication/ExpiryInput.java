package kz.qalam.api.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "ExpiryInput", requiredProperties = "until")
record ExpiryInput(Instant until,
        @Schema(description = "For readers who come later.", maxLength = 1000) @Nullable String notice)
        implements
            Input {}
