package kz.qalam.api.review;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.review.Note;

@Schema(name = "Note", description = "A note at a passage of a revision.")
record NoteView(UUID id, int revision,
        @Schema(description = "`headline` or `lead`; null for a note elsewhere.") @Nullable String field,
        @Schema(description = "From 0; null for a note elsewhere.") @Nullable Integer block,
        @Schema(description = "Where the passage begins in that text, in UTF-16 units.") @Nullable Integer start,
        @Nullable Integer end, @Nullable String quoted, String said, String author, Instant writtenAt,
        @Schema(description = "Null while it is open.") @Nullable String resolvedBy, @Nullable Instant resolvedAt) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.revision(), note.field(), note.block(), note.start(), note.end(),
                note.quoted(),
                note.said(), note.author(), note.writtenAt(), note.resolvedBy(), note.resolvedAt());
    }
}
