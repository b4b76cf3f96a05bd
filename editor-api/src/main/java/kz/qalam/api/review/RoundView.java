package kz.qalam.api.review;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Round;
import kz.qalam.core.review.Verdict;

@Schema(name = "Review", description = "One round of judgement on one revision and what it is to be published as.")
record RoundView(@Schema(description = "The round, as a verdict may name it.") UUID id, UUID article, String headline,
        int revision, Kind kind,
        @Schema(description = "What readers are to be told.") @Nullable String notice,
        @Schema(description = "When it may go out; null: at once.") @Nullable Instant from, String askedBy,
        Instant askedAt, @Schema(description = "Null while the round is open.") @Nullable Verdict verdict,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String note,
        @Schema(description = "Whether whoever asks wrote some of it, and so may not approve it.") boolean own) {

    static RoundView of(Round round) {
        return new RoundView(round.id(), round.article(), round.headline(), round.revision(), round.kind(),
                round.notice(),
                round.from(), round.askedBy(), round.askedAt(), round.verdict(), round.decidedBy(), round.decidedAt(),
                round.note(), round.own());
    }
}
