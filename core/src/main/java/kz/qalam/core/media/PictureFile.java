package kz.qalam.core.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.qalam.core.darkroom.Format;
import kz.qalam.core.staff.Desk;

/**
 * A picture with all its versions, the newest first.
 *
 * @param width in pixels, upright
 * @param mayDescribe whether whoever asked may add a version
 */
public record PictureFile(UUID id, Desk desk, Format format, int bytes, int width, int height, String name,
        String uploadedBy, Instant uploadedAt, String digest, List<PictureVersion> versions, boolean mayDescribe) {

    public PictureVersion newest() {
        return versions.get(0);
    }
}
