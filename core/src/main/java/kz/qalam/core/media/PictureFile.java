package kz.qalam.core.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.qalam.core.darkroom.Format;
import kz.qalam.core.staff.Desk;

/**
 * A picture with those of its versions that are open to whoever asked, the newest first.
 *
 * @param width in pixels, upright
 * @param mayDescribe whether whoever asked may say something anew of it
 * @param has whether that is a version of this picture; otherwise of one of their own with the same bytes
 */
public record PictureFile(UUID id, Desk desk, Format format, int bytes, int width, int height, String name,
        String uploadedBy, Instant uploadedAt, String digest, List<PictureVersion> versions, boolean mayDescribe,
        boolean has) {

    public PictureVersion newest() {
        return versions.get(0);
    }
}
