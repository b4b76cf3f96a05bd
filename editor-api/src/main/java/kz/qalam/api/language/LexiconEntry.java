package kz.qalam.api.language;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.language.script.Exceptions.Entry;

@Schema(name = "LexiconEntry", requiredProperties = "stem", description = "How words that begin so are written; suffixes follow by the rules.")
record LexiconEntry(@Schema(description = "The beginning in Cyrillic letters.", maxLength = 64) String stem,
        @Schema(description = "What stands for it in Latin letters; null: by the rules.", maxLength = 100) @Nullable String latin,
        @Schema(description = "What stands for it in Arabic letters, with its hamza; null: by the rules.", maxLength = 100) @Nullable String arabic,
        @Schema(description = "true: the whole word stays in Cyrillic letters in every script; then nothing else is said.") @Nullable Boolean asIs)
        implements
            Input {

    static LexiconEntry of(Entry entry) {
        return new LexiconEntry(entry.stem(), entry.latin(), entry.arabic(), entry.asIs());
    }

    Entry entry() {
        return new Entry(stem, latin, arabic, requireNonNullElse(asIs, false));
    }
}
