package kz.qalam.api.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "WithdrawalInput", requiredProperties = "reason")
record WithdrawalInput(@Schema(description = "For the newsroom.", maxLength = 1000) String reason,
        @Schema(description = "For readers.", maxLength = 1000) @Nullable String notice) implements Input {}
