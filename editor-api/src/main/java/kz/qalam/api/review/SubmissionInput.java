package kz.qalam.api.review;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.review.Kind;

@Schema(name = "SubmissionInput")
record SubmissionInput(
        @Schema(description = "Which revision is meant; left out, the current one.") @Nullable Integer revision,
        @Schema(description = "What it is to be published as; left out, FIRST for a story that was never live, else UPDATE.") @Nullable Kind kind,
        @Schema(description = "What readers are told: required for a correction, refused for a silent fix.", maxLength = 1000) @Nullable String notice,
        @Schema(description = "When it may go out; left out or past: at once. At most two years ahead.") @Nullable Instant from)
        implements
            Input {}
