package kz.qalam.core.darkroom;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

/** How a camera was held: EXIF's eight orientations, between what is stored and what is seen. */
final class Turning {

    private Turning() {
    }

    /** From the stored pixels to the upright picture. @param width stored @param height stored */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** The stored pixels that a frame of the upright picture is made of. */
    static Rectangle stored(Frame frame, int orientation, int width, int height) {
        int side = Frame.WHOLE_SIDE;
        int fromRight = side - frame.x() - frame.w();
        int fromBottom = side - frame.y() - frame.h();
        Frame stored = switch (orientation) {
            case 2 -> new Frame(fromRight, frame.y(), frame.w(), frame.h());
            case 3 -> new Frame(fromRight, fromBottom, frame.w(), frame.h());
            case 4 -> new Frame(frame.x(), fromBottom, frame.w(), frame.h());
            case 5 -> new Frame(frame.y(), frame.x(), frame.h(), frame.w());
            case 6 -> new Frame(frame.y(), fromRight, frame.h(), frame.w());
            case 7 -> new Frame(fromBottom, fromRight, frame.h(), frame.w());
            case 8 -> new Frame(fromBottom, frame.x(), frame.h(), frame.w());
            default -> frame;
        };
        int x = scaled(stored.x(), width);
        int y = scaled(stored.y(), height);
        int right = Math.max(x + 1, scaled(stored.x() + stored.w(), width));
        int bottom = Math.max(y + 1, scaled(stored.y() + stored.h(), height));
        return new Rectangle(x, y, right - x, bottom - y);
    }

    private static int scaled(int place, int pixels) {
        return Math.min((int) Math.round((double) place * pixels / Frame.WHOLE_SIDE), pixels);
    }
}
