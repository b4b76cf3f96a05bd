package kz.qalam.api.media;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Input;
import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.media.Description;
import kz.qalam.core.media.Licence;

@Schema(name = "PictureVersionInput", description = "What a new version says; what is left out is empty, the whole picture, its middle.")
record VersionInput(@Nullable Integer frameX, @Nullable Integer frameY, @Nullable Integer frameW,
        @Nullable Integer frameH,
        @Schema(description = "What stays in sight where less is shown, in ten-thousandths.") @Nullable Integer focusX,
        @Nullable Integer focusY,
        @Schema(description = "For those who cannot see it, at most 500 characters.") @Nullable String alt,
        @Schema(description = "Whose it is, at most 200 characters.") @Nullable String credit,
        @Schema(description = "OWN unless said otherwise.") @Nullable Licence licence,
        @Schema(description = "Terms of the licence, at most 500 characters.") @Nullable String terms,
        @Schema(description = "From then on it is published no more.") @Nullable Instant licenceEnd,
        @Schema(description = "The version that this goes on from: when a newer one was said meanwhile, 409. Left out, whichever is the newest.") @Nullable Integer base)
        implements
            Input {

    Description description() {
        Frame frame = frameX == null || frameY == null || frameW == null || frameH == null
                ? null
                : new Frame(frameX, frameY, frameW, frameH);
        return new Description(frame, focusX, focusY, alt, credit, licence == null ? Licence.OWN : licence, terms,
                licenceEnd);
    }
}
