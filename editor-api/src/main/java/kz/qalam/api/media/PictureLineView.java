package kz.qalam.api.media;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.media.PictureLine;

@Schema(name = "PictureLine", description = "A picture in the library, as its newest version shows it.")
record PictureLineView(UUID id, int version, int width, int height,
        @Schema(description = "The file's name.") String name, String alt, String credit, @Nullable Instant licenceEnd,
        Instant uploadedAt) {

    static PictureLineView of(PictureLine line) {
        return new PictureLineView(line.id(), line.version(), line.width(), line.height(), line.name(), line.alt(),
                line.credit(), line.licenceEnd(), line.uploadedAt());
    }
}
