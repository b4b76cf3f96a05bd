package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryLine;

@Schema(name = "ArticleLine", description = "A story in a list.")
record ArticleLine(UUID id, String headline, Stage stage, int revision, UUID desk,
        @Schema(description = "The author's name; null while the story is nobody's.") @Nullable String author,
        @Nullable String section, Instant changedAt,
        @Schema(description = "Where it stands on the public site; null unless it is live.") @Nullable String path,
        @Schema(description = "Which revision readers have.") @Nullable Integer liveRevision,
        @Schema(description = "When its next edition goes out.") @Nullable Instant plannedAt) {

    static ArticleLine of(StoryLine line) {
        return new ArticleLine(line.id(), line.headline(), line.stage(), line.revision(), line.desk(), line.author(),
                line.section(), line.changedAt(), line.path(), line.liveRevision(), line.plannedAt());
    }
}
