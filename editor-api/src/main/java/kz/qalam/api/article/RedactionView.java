package kz.qalam.api.article;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Redaction;

@Schema(name = "Redaction", description = "A text that was taken out by court or law.")
record RedactionView(@Schema(description = "What ordered it.") String ordered, Instant at) {

    static @Nullable RedactionView of(@Nullable Redaction redaction) {
        return redaction == null ? null : new RedactionView(redaction.ordered(), redaction.at());
    }
}
