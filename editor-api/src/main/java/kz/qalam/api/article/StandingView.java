package kz.qalam.api.article;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Stood;

@Schema(name = "Standing", description = "How a story stands after what was just done with it.")
public record StandingView(UUID id, Stage stage, @Schema(description = "The current revision.") int revision,
        @Schema(description = "The last revision that was approved.") @Nullable Integer approvedRevision,
        @Schema(description = "What readers have; null while they have nothing.") @Nullable LiveView live,
        @Schema(description = "Editions whose time has not come, held ones included.") List<PlannedView> planned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Until when it is before the public; absent while nobody has said.") @Nullable EndView end,
        @Schema(description = "What whoever asks may do with it now.") List<Move> moves) {

    public static StandingView of(Stood story, Locale locale) {
        return new StandingView(story.id(), story.stage(), story.revision(), story.approvedRevision(),
                LiveView.of(story.standing().live()),
                story.standing().planned().stream().map(planned -> PlannedView.of(planned, locale)).toList(),
                EndView.of(story.standing().end()),
                story.moves());
    }
}
