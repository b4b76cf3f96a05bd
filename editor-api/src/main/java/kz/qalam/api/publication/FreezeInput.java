package kz.qalam.api.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "FreezeInput", requiredProperties = "reason")
record FreezeInput(@Schema(maxLength = 1000) String reason) implements Input {}
