package kz.qalam.api.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Marked;
import kz.qalam.core.review.Stet;
import kz.qalam.core.review.Stets;

@Schema(name = "Stet", description = "A finding that stands as it is in this story, wherever the same rule finds the same words.")
record StetView(UUID id, String kind, @Schema(description = "The key of the rule; stable.") String message,
        @Schema(description = "As they stood; of a long passage its first 200 characters.") String words,
        @Nullable String reason, @Schema(description = "Who let it stand, by name.") String by, Instant at,
        @Schema(description = "Where it stands in the current revision; none where it stands in unsaved text only.") List<PlaceView> places) {

    @Schema(name = "StetPlace")
    record PlaceView(String pointer, int start, int end) {

        static PlaceView of(Marked marked) {
            return new PlaceView(marked.pointer(), marked.finding().start(), marked.finding().end());
        }
    }

    static StetView of(Stets.Placed placed) {
        Stet stet = placed.stet();
        return new StetView(stet.id(), stet.kind(), stet.message(), stet.words(), stet.reason(), stet.by(), stet.at(),
                placed.places().stream().map(PlaceView::of).toList());
    }
}
