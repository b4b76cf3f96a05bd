package kz.qalam.api.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.publication.Batch;

@Schema(name = "BatchInput", requiredProperties = {"move", "articles"})
record BatchInput(
        @Schema(description = "SUBMIT (the current revision, to be published at once), RECALL, HOLD (with a reason), PLAN (what was approved last), SECTION, TAG, UNTAG. Nothing that judges a text.") Batch.Step move,
        @Schema(minItems = 1, maxItems = 100) List<UUID> articles,
        @Schema(description = "For HOLD.", maxLength = 1000) @Nullable String reason,
        @Schema(description = "For PLAN, which needs it: when it goes out; past: at once.") @Nullable Instant from,
        @Schema(description = "For SECTION: its slug; left out: none.") @Nullable String section,
        @Schema(description = "For TAG and UNTAG.") @Nullable String tag) implements Input {

    Batch batch() {
        String text = switch (move) {
            case HOLD -> reason;
            case SECTION -> section;
            case TAG, UNTAG -> tag;
            case SUBMIT, RECALL, PLAN -> null;
        };
        return new Batch(move, text == null ? "" : text, move == Batch.Step.PLAN ? from : null, articles);
    }
}
