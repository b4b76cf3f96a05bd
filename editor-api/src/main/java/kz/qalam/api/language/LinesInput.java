package kz.qalam.api.language;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;

@Schema(name = "LinesInput", requiredProperties = "lines")
record LinesInput(
        @Schema(description = "At most 1,000, of 200,000 characters together.", maxItems = 1_000) List<String> lines,
        @Schema(description = "The tool's own, by name: for latin, `alphabet` is 2021-04, 2021-01 or 2018.") @Nullable Map<String, String> options)
        implements
            Input {}
