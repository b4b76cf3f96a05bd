package kz.qalam.core.media;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.PlainText;
import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.refusal.Invalid;

/**
 * What a version says of a picture.
 *
 * @param frame what a story shows of it; absent: all
 * @param focusX what stays in sight where less is shown, in ten-thousandths; absent: the frame's middle
 * @param alt for those who cannot see it: what is to be seen, at most 500 characters
 * @param credit whose it is, at most 200 characters
 * @param terms of the licence, at most 500 characters
 * @param licenceEnd from then on it is published no more; absent: never
 */
public record Description(@Nullable Frame frame, @Nullable Integer focusX, @Nullable Integer focusY,
        @Nullable String alt, @Nullable String credit, Licence licence, @Nullable String terms,
        @Nullable Instant licenceEnd) {

    public static final int ALT = 500;
    public static final int CREDIT = 200;
    public static final int TERMS = 500;

    /** Nothing said yet. */
    public static final Description NONE = new Description(null, null, null, null, null, Licence.OWN, null, null);

    /** With everything in its place. @throws Invalid where something breaks its limits */
    Description checked() {
        Frame part = requireNonNullElse(frame, Frame.WHOLE);
        if (!part.isSound()) {
            throw Invalid.of("/frame", "bad-frame");
        }
        int x = requireNonNullElse(focusX, part.x() + part.w() / 2);
        int y = requireNonNullElse(focusY, part.y() + part.h() / 2);
        if (x < 0 || x > Frame.WHOLE_SIDE) {
            throw Invalid.of("/focus/x", "out-of-range", 0, Frame.WHOLE_SIDE);
        }
        if (y < 0 || y > Frame.WHOLE_SIDE) {
            throw Invalid.of("/focus/y", "out-of-range", 0, Frame.WHOLE_SIDE);
        }
        return new Description(part, x, y, said("/alt", alt, ALT), said("/credit", credit, CREDIT), licence,
                said("/terms", terms, TERMS), licenceEnd);
    }

    private static String said(String field, @Nullable String text, int most) {
        return requireNonNullElse(PlainText.line(field, text, most), "");
    }
}
