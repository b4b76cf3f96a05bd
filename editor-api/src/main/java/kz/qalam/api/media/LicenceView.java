package kz.qalam.api.media;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import kz.qalam.core.media.LicenceLine;

@Schema(name = "Licence", description = "A live story with a picture whose licence has ended, or ends soon.")
record LicenceView(UUID article, @Schema(description = "As readers have it.") String headline, UUID picture,
        @Schema(description = "As the story shows it.") int version, Instant end) {

    static LicenceView of(LicenceLine line) {
        return new LicenceView(line.article(), line.headline(), line.picture(), line.version(), line.end());
    }
}
