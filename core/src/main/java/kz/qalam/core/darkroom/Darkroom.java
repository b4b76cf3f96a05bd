package kz.qalam.core.darkroom;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import kz.qalam.core.refusal.Busy;
import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.UnreadablePicture.Reason;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Develops pictures: decodes what a frame needs, turns it upright, brings its colours to sRGB and draws it in the widths
 * that pages use. One at a time over the whole process, and of a large picture only as many pixels as are needed, so that
 * no picture takes the memory or the processor from those who write.
 */
public final class Darkroom {

    /** Widths in pixels. Nothing is enlarged: a smaller picture has fewer, at least one. */
    public static final List<Integer> WIDTHS = List.of(320, 640, 960, 1280, 1920);

    /** A decoded picture has at most so many pixels: 4 bytes each, and as much again while it is drawn. */
    private static final long MOST_DECODED = 9_000_000;

    private static final long PATIENCE_SECONDS = 30;

    private static final float JPEG_QUALITY = 0.82f;
    private static final float WEBP_QUALITY = 0.80f;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    static {
        // Everything stays in memory: no temporary files of drafts' pictures.
        ImageIO.setUseCache(false);
        // Readers and writers are looked for where this class comes from, whoever calls first.
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Darkroom.class.getClassLoader());
        ImageIO.scanForPlugins();
        Thread.currentThread().setContextClassLoader(callers);
    }

    private Darkroom() {
    }

    /**
     * Prints frames of a picture in every width and both formats. A frame within the one before it costs no decoding.
     *
     * @return in the order of the frames, widths rising
     * @throws UnreadablePicture when it cannot be decoded whole
     * @throws Busy when others' pictures keep the darkroom for longer than half a minute
     */
    public static List<Print> print(Negative negative, int orientation, Set<Frame> frames) {
        enter();
        try {
            List<Print> prints = new ArrayList<>();
            Frame held = null;
            BufferedImage upright = null;
            for (Frame frame : new LinkedHashSet<>(frames)) {
                if (held != null && upright != null && held.holds(frame)) {
                    // Decoding is what takes long: a part of what is decoded is cut out of it
                    prints.addAll(print(frame, cut(upright, held, frame)));
                } else {
                    held = frame;
                    upright = upright(negative, orientation, frame);
                    prints.addAll(print(frame, upright));
                }
            }
            return prints;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException
                | NullPointerException | ArithmeticException | IllegalStateException
                | UnsupportedOperationException | ClassCastException e) {
            // Decoders meet hostile files with exceptions of every kind
            throw new UnreadablePicture(Reason.DAMAGED);
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private static void enter() {
        try {
            if (!ONE_AT_A_TIME.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private static List<Print> print(Frame frame, BufferedImage upright) throws IOException {
        List<Integer> widths = new ArrayList<>(WIDTHS.stream().filter(width -> width <= upright.getWidth()).toList());
        if (widths.isEmpty()) {
            widths.add(upright.getWidth());
        }
        List<Print> prints = new ArrayList<>();
        for (int width : widths) {
            int height = Math.max(1, (int) Math.round((double) upright.getHeight() * width / upright.getWidth()));
            BufferedImage drawn = width == upright.getWidth()
                    ? upright
                    : Thumbnails.of(upright).forceSize(width, height).imageType(BufferedImage.TYPE_INT_RGB)
                            .asBufferedImage();
            for (Format format : List.of(Format.WEBP, Format.JPEG)) {
                prints.add(new Print(frame, width, height, format, encoded(drawn, format)));
            }
        }
        return prints;
    }

    /** The frame, upright, in sRGB, on white where it was transparent, at most twice as wide as the widest print. */
    private static BufferedImage upright(Negative negative, int orientation, Frame frame) throws IOException {
        Rectangle region = Turning.stored(frame, orientation, negative.width(), negative.height());
        BufferedImage decoded = decoded(negative, region);
        boolean onItsSide = orientation >= 5;
        int width = onItsSide ? decoded.getHeight() : decoded.getWidth();
        int height = onItsSide ? decoded.getWidth() : decoded.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
            AffineTransform turned = Turning.upright(orientation, decoded.getWidth(), decoded.getHeight());
            pen.drawImage(decoded, turned, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private static BufferedImage cut(BufferedImage upright, Frame held, Frame frame) {
        int x = (int) Math.round((double) (frame.x() - held.x()) * upright.getWidth() / held.w());
        int y = (int) Math.round((double) (frame.y() - held.y()) * upright.getHeight() / held.h());
        int w = (int) Math.round((double) frame.w() * upright.getWidth() / held.w());
        int h = (int) Math.round((double) frame.h() * upright.getHeight() / held.h());
        x = Math.min(x, upright.getWidth() - 1);
        y = Math.min(y, upright.getHeight() - 1);
        return upright.getSubimage(x, y, Math.max(1, Math.min(w, upright.getWidth() - x)),
                Math.max(1, Math.min(h, upright.getHeight() - y)));
    }

    private static BufferedImage decoded(Negative negative, Rectangle region) throws IOException {
        ImageReader reader = reader(negative.format());
        List<String> warnings = new ArrayList<>();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(negative.bytes()))) {
            reader.setInput(in, false, negative.format() == Format.PNG);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            if (reader.getWidth(0) != negative.width() || reader.getHeight(0) != negative.height()) {
                throw new UnreadablePicture(Reason.DAMAGED);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(region);
            int step = 1;
            while ((long) (region.width / step) * (region.height / step) > MOST_DECODED) {
                step++;
            }
            param.setSourceSubsampling(step, step, 0, 0);
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            if (!types.hasNext()) {
                throw new UnreadablePicture(Reason.DAMAGED);
            }
            BufferedImage image = reader.read(0, param);
            if (warnings.stream().anyMatch(Darkroom::isOfAnEarlyEnd)) {
                throw new UnreadablePicture(Reason.CUT_SHORT);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static boolean isOfAnEarlyEnd(String warning) {
        return warning.contains("remature end") || warning.contains("hit end") || warning.contains("Truncated");
    }

    /** Our own choice, whatever else is registered: readers in Java, so that no hostile file reaches native code of ours. */
    private static ImageReader reader(Format format) {
        String maker = format == Format.PNG ? "com.sun.imageio." : "com.twelvemonkeys.";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.imageIoName());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(maker)) {
                return reader;
            }
        }
        throw new AssertionError("this Java reads no " + format);
    }

    private static byte[] encoded(BufferedImage image, Format format) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.imageIoName());
        if (!writers.hasNext()) {
            throw new AssertionError("this Java writes no " + format);
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 8 + 1024);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (format == Format.WEBP) {
                param.setCompressionType("Lossy");
                param.setCompressionQuality(WEBP_QUALITY);
            } else {
                param.setCompressionQuality(JPEG_QUALITY);
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
