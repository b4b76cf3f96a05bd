package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.core.article.Present;

@Schema(name = "Present", description = "Someone else who has the story open.")
record PresentView(UUID person, String name,
        @Schema(description = "Whether they have changes that are not saved.") boolean unsaved, Instant seenAt) {

    static PresentView of(Present present) {
        return new PresentView(present.person(), present.name(), present.unsaved(), present.seenAt());
    }
}
