package kz.qalam.core.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.darkroom.Frame;

/**
 * One version: what was said of the picture, for ever.
 *
 * @param wide what lists and cards show of it
 * @param digest SHA-256 over the original and all that the version says, in hex
 * @param widths in which the frame is there, rising
 */
public record PictureVersion(int number, int focusX, int focusY, Frame frame, Frame wide, String alt, String credit,
        Licence licence, String terms, @Nullable Instant licenceEnd, String madeBy, Instant madeAt, String digest,
        List<Integer> widths) {

    public boolean hasEnded(Instant now) {
        return licenceEnd != null && !licenceEnd.isAfter(now);
    }
}
