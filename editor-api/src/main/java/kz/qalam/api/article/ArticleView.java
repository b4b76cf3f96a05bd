package kz.qalam.api.article;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.api.staff.DeskView;
import kz.qalam.api.staff.PersonView;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Story;

@Schema(name = "Article", description = "A story as whoever asks may see it now.")
record ArticleView(UUID id, DeskView desk,
        @Schema(description = "Whose story it is; null while an imported one is nobody's.") @Nullable PersonView author,
        Stage stage, @Schema(description = "The number of the current revision, which is its ETag.") int revision,
        @Schema(ref = "Copy") JsonNode copy,
        @Schema(description = "SHA-256 of the copy's canonical JSON, in hex.") String digest,
        @Schema(description = "Who saved the current revision.") PersonView writer, Instant writtenAt,
        @Schema(description = "Everyone who wrote any of it, and so may not approve it.") List<PersonView> writers,
        @Schema(description = "The last change of its text or its stage.") Instant changedAt,
        @Schema(description = "The last revision that was approved.") @Nullable Integer approvedRevision,
        @Schema(description = "What readers have; null while they have nothing.") @Nullable LiveView live,
        @Schema(description = "Editions whose time has not come, held ones included.") List<PlannedView> planned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Until when it is before the public; absent while nobody has said.") @Nullable EndView end,
        @Schema(description = "What whoever asks may do with it now.") List<Move> moves,
        @Schema(description = "How often it was read where it was imported from.") @Nullable Long importedViews,
        @Nullable Long importedComments) {

    static ArticleView of(Story story, Locale locale) {
        return new ArticleView(story.id(), DeskView.of(story.desk()), PersonView.orNobody(story.author()),
                story.stage(), story.revision().number(), story.revision().copy().json(),
                story.revision().digestHex(), PersonView.of(story.writer()), story.revision().writtenAt(),
                story.writers().stream().map(PersonView::of).toList(), story.changedAt(), story.approvedRevision(),
                LiveView.of(story.standing().live()),
                story.standing().planned().stream().map(planned -> PlannedView.of(planned, locale)).toList(),
                EndView.of(story.standing().end()),
                story.moves(),
                story.importedViews(), story.importedComments());
    }
}
