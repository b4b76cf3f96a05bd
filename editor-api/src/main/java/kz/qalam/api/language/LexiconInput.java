package kz.qalam.api.language;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.api.Input;

@Schema(name = "LexiconInput", requiredProperties = {"base", "entries"})
record LexiconInput(@Schema(description = "The newest version, which this goes on from; 0 for the first.") int base,
        @Schema(description = "The whole lexicon.", maxItems = 2_000) List<LexiconEntry> entries)
        implements
            Input {}
