package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.core.article.WorkingText;

@Schema(name = "WorkingText", description = "What one typed in a window and has not saved. Nobody else sees it.")
record WorkingTextView(UUID window, long counter, int base, Instant keptAt,
        @Schema(ref = "Copy") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode copy) {

    static WorkingTextView line(WorkingText text) {
        return new WorkingTextView(text.window(), text.counter(), text.base(), text.keptAt(), null);
    }

    static WorkingTextView whole(WorkingText text) {
        return new WorkingTextView(text.window(), text.counter(), text.base(), text.keptAt(), text.copy().json());
    }
}
