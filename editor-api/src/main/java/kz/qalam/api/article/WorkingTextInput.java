package kz.qalam.api.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;
import kz.qalam.core.copy.Copy;

@Schema(name = "WorkingTextInput", requiredProperties = {"counter", "base", "copy"})
record WorkingTextInput(
        @Schema(description = "Grows with each text of the window.", minimum = "1") Integer counter,
        @Schema(description = "The revision that the window was opened on.", minimum = "1") Integer base,
        @Schema(ref = "Copy") Copy copy) implements Input {}
