package kz.qalam.core.darkroom;

/**
 * A part of a picture as it is seen upright, in ten-thousandths of its width and height.
 *
 * @param x from the left
 * @param y from the top
 */
public record Frame(int x, int y, int w, int h) {

    public static final int WHOLE_SIDE = 10_000;

    public static final Frame WHOLE = new Frame(0, 0, WHOLE_SIDE, WHOLE_SIDE);

    /** So small a part is a slip of the hand, and shows nothing. */
    public static final int LEAST_SIDE = 500;

    /** Whether it lies within the picture and is large enough to show something. */
    public boolean isSound() {
        return x >= 0 && y >= 0 && w >= LEAST_SIDE && h >= LEAST_SIDE && x + w <= WHOLE_SIDE && y + h <= WHOLE_SIDE;
    }

    /** Whether the other lies within this one. */
    boolean holds(Frame other) {
        return other.x >= x && other.y >= y && other.x + other.w <= x + w && other.y + other.h <= y + h;
    }

    /**
     * The largest part of this one that is sixteen wide and nine high, as near to a point as it fits.
     *
     * @param width of the whole picture, in pixels
     * @param height of the whole picture, in pixels
     * @param focusX what must stay in sight, in ten-thousandths of the whole picture
     */
    public Frame wide(int width, int height, int focusX, int focusY) {
        double pixelsWide = (double) w * width;
        double pixelsHigh = (double) h * height;
        double wanted = 16.0 / 9;
        int wideW = pixelsWide / pixelsHigh > wanted ? (int) Math.round(pixelsHigh * wanted / width) : w;
        int wideH = pixelsWide / pixelsHigh > wanted ? h : (int) Math.round(pixelsWide / wanted / height);
        wideW = Math.max(1, Math.min(wideW, w));
        wideH = Math.max(1, Math.min(wideH, h));
        return new Frame(within(focusX - wideW / 2, x, x + w - wideW), within(focusY - wideH / 2, y, y + h - wideH),
                wideW, wideH);
    }

    private static int within(int wanted, int least, int most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
