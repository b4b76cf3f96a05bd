package kz.qalam.api.media;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.media.PictureUse;

@Schema(name = "PictureUse", description = "A story that shows the picture.")
record UseView(UUID article, String headline,
        @Schema(description = "The newest of its revisions that does.") int revision,
        @Schema(description = "The picture's version there.") int version,
        @Schema(description = "Whether the text that is being written shows it.") boolean current, boolean live,
        boolean planned, @Nullable String path) {

    static UseView of(PictureUse use) {
        return new UseView(use.article(), use.headline(), use.revision(), use.version(), use.current(), use.live(),
                use.planned(), use.path());
    }
}
