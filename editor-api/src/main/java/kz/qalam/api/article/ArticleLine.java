package kz.qalam.api.article;

import java.time.Instant;
import java.util.List;
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
        @Schema(description = "When its next edition goes out.") @Nullable Instant plannedAt,
        @Schema(description = "Why it was found; null unless words were looked for.") @Nullable Excerpt excerpt) {

    @Schema(name = "Excerpt", description = "The headline and the passage that holds most of the words looked for, these marked.")
    record Excerpt(List<Piece> headline,
            @Schema(description = "Of the current text; empty where the words stand in a tag, a name or the headline alone.") List<Piece> passage) {}

    @Schema(name = "Piece")
    record Piece(String text,
            @Schema(description = "Whether it is a form of a word looked for.") boolean found) {}

    static ArticleLine of(StoryLine line) {
        return new ArticleLine(line.id(), line.headline(), line.stage(), line.revision(), line.desk(), line.author(),
                line.section(), line.changedAt(), line.path(), line.liveRevision(), line.plannedAt(),
                excerpt(line.excerpt()));
    }

    private static @Nullable Excerpt excerpt(kz.qalam.core.article.@Nullable Excerpt of) {
        return of == null ? null : new Excerpt(pieces(of.headline()), pieces(of.passage()));
    }

    private static List<Piece> pieces(List<kz.qalam.core.article.Excerpt.Piece> of) {
        return of.stream().map(piece -> new Piece(piece.text(), piece.found())).toList();
    }
}
