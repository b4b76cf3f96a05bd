package kz.qalam.api.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.api.staff.PersonView;
import kz.qalam.core.article.Redaction;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Revision.Origin;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.staff.Person;

@Schema(name = "Revision", description = "An immutable snapshot of a story's text.")
record RevisionView(@Schema(description = "From 1 within its story, without a gap.") int number,
        @Schema(description = "Who saved it.") @Nullable PersonView author, Instant writtenAt, Origin origin,
        @Schema(description = "The revisions that were restored or merged into it.") List<Integer> drawnFrom,
        @Schema(description = "SHA-256 of the copy's canonical JSON, in hex: what a reviewer approves.") String digest,
        @Schema(description = "Everyone who wrote any of it, and so may not approve it.") List<PersonView> writers,
        @Schema(ref = "Copy") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode copy,
        @Schema(description = "The tombstone: there only where the text was taken out by court or law; then there is no copy.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RedactionView redaction) {

    static RevisionView of(RevisionLine line, Map<UUID, Person> people, @Nullable Redaction redaction) {
        return new RevisionView(line.number(), PersonView.orNobody(people.get(line.author())), line.writtenAt(),
                line.origin(), Arrays.stream(line.drawnFrom()).boxed().toList(),
                HexFormat.of().formatHex(line.digest()), writers(List.of(line.writers()), people), null,
                RedactionView.of(redaction));
    }

    static RevisionView of(Revision revision, Map<UUID, Person> people, @Nullable Redaction redaction) {
        return new RevisionView(revision.number(), PersonView.orNobody(people.get(revision.author())),
                revision.writtenAt(), revision.origin(), revision.drawnFrom(), revision.digestHex(),
                writers(revision.writers(), people),
                revision.isRedacted() ? null : revision.copy().json(), RedactionView.of(redaction));
    }

    private static List<PersonView> writers(List<UUID> writers, Map<UUID, Person> people) {
        return writers.stream().flatMap(writer -> java.util.Optional.ofNullable(people.get(writer)).stream())
                .map(PersonView::of).toList();
    }
}
