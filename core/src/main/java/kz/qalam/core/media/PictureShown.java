package kz.qalam.core.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A version of a picture as a story shows it.
 *
 * @param widths in which its frame is there, rising
 */
public record PictureShown(String alt, String credit, String terms, @Nullable Instant licenceEnd,
        List<Integer> widths) {

    /** Of a picture that is not there. */
    public static final PictureShown NOTHING = new PictureShown("", "", "", null, List.of());
}
