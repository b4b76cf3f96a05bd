package kz.qalam.api.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.core.intake.Imported;
import kz.qalam.core.intake.Incoming;
import kz.qalam.core.intake.Remark;

@Schema(name = "Import", description = "What became of a document, or was understood of it.")
record ImportView(
        @Schema(description = "The story that it is; null when a dry run found none and made none.") @Nullable UUID id,
        @Schema(description = "Whether the desk had this document already.") boolean known, String headline,
        @Schema(description = "The file's name, with the post's number for a post of an archive.") String name,
        @Schema(description = "What was understood, and what was left out.") List<RemarkView> remarks,
        @Schema(ref = "Copy", description = "In a dry run: the text as it was understood.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode copy,
        @Schema(description = "How often it had been read where it comes from.") @Nullable Long views,
        @Nullable Long comments,
        @Schema(description = "When it was published there.") @Nullable Instant dated,
        @Schema(ref = "Problem", description = "Of a post of an archive: why it was refused. The others were not.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode problem) {

    /** Whether there is a story that was not there before. */
    boolean isMade() {
        return id != null && !known;
    }

    @Schema(name = "Remark")
    record RemarkView(@Schema(description = "A stable name.") String key,
            @Schema(description = "In the language that was asked for.") String text) {

        static RemarkView of(Remark remark, Locale locale) {
            return new RemarkView(remark.key(), remark.text(locale));
        }
    }

    static ImportView kept(Incoming document, Imported imported, Locale locale) {
        return of(document, imported.article(), imported.known(), null, locale);
    }

    static ImportView understood(Incoming document, Optional<UUID> known, Locale locale) {
        return of(document, known.orElse(null), known.isPresent(), document.copy().json(), locale);
    }

    private static ImportView of(Incoming document, @Nullable UUID id, boolean known, @Nullable JsonNode copy,
            Locale locale) {
        return new ImportView(id, known, document.copy().headline(), document.name(),
                document.remarks().stream().map(remark -> RemarkView.of(remark, locale)).toList(), copy,
                document.views(), document.comments(), document.dated(), null);
    }

    static ImportView refused(String name, JsonNode problem) {
        return new ImportView(null, false, "", name, List.of(), null, null, null, null, problem);
    }
}
