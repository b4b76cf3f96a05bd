package kz.qalam.api.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.media.Licence;
import kz.qalam.core.media.PictureFile;
import kz.qalam.core.media.PictureVersion;

@Schema(name = "Picture")
record PictureView(UUID id, String desk, @Schema(description = "The original's media type.") String type, int bytes,
        @Schema(description = "In pixels, upright.") int width, int height, String name, String uploadedBy,
        Instant uploadedAt, @Schema(description = "SHA-256 of the original.") String digest,
        @Schema(description = "The newest first.") List<VersionView> versions) {

    @Schema(name = "PictureVersion", description = "What was said of the picture, for ever.")
    record VersionView(int number, int focusX, int focusY, FrameView frame,
            @Schema(description = "What lists show, sixteen to nine.") FrameView wide, String alt, String credit,
            Licence licence, String terms, @Nullable Instant licenceEnd, String madeBy, Instant madeAt, String digest,
            @Schema(description = "In which its renditions are there.") List<Integer> widths) {

        static VersionView of(PictureVersion version) {
            return new VersionView(version.number(), version.focusX(), version.focusY(), FrameView.of(version.frame()),
                    FrameView.of(version.wide()), version.alt(), version.credit(), version.licence(), version.terms(),
                    version.licenceEnd(), version.madeBy(), version.madeAt(), version.digest(), version.widths());
        }
    }

    static PictureView of(PictureFile file) {
        return new PictureView(file.id(), file.desk().slug(), file.format().mediaType(), file.bytes(), file.width(),
                file.height(), file.name(), file.uploadedBy(), file.uploadedAt(), file.digest(),
                file.versions().stream().map(VersionView::of).toList());
    }
}
