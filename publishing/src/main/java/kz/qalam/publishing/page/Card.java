package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The picture that is shown where a story is shared: its headline as the site would set it. Its name tells what is on it, so
 * that it is drawn once and kept for ever.
 *
 * @param section what its section is called, or nothing
 */
public record Card(UUID article, String site, String section, String headline) {
    public static final String PREFIX = "/-/cards/";

    /** To be counted up when cards are to look different. */
    private static final String DESIGN = "1";

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int EDGE = 72;
    private static final int[] SIZES = {84, 76, 68, 60, 54, 48, 42, 36};
    private static final double LEADING = 1.18;
    private static final int ROOM = 352;
    private static final Color PAPER = new Color(0xfd, 0xfd, 0xfd);
    private static final Color INK = new Color(0x1b, 0x1b, 0x1b);
    private static final Color DIM = new Color(0x62, 0x62, 0x62);

    /** A folder that is mended asks again for what was drawn a moment ago. */
    private static final Cache<String, byte[]> DRAWN = Caffeine.newBuilder().maximumSize(400).softValues().build();

    private static final class Typeface {
        static final Outlines SERIF = new Outlines("/site/serif-700.outlines");
    }

    /** The card, or null for a headline that the typeface cannot show. */
    public static @Nullable Card of(UUID article, String site, String section, String headline) {
        return Typeface.SERIF.canShow(site + section + headline) ? new Card(article, site, section, headline) : null;
    }

    /** Where all cards of a story stand. */
    public static String prefix(UUID article) {
        return PREFIX + article + ".";
    }

    /** Whose card stands at a path; null for what is no card. */
    public static @Nullable UUID article(String path) {
        try {
            return path.startsWith(PREFIX)
                    ? UUID.fromString(path.substring(PREFIX.length(), path.indexOf('.', PREFIX.length())))
                    : null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
            return null;
        }
    }

    /** Where it stands on the site. */
    public String path() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", DESIGN, site, section, headline).getBytes(UTF_8));
            return prefix(article) + HexFormat.of().formatHex(digest, 0, 6) + ".png";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PNG, 1200 × 630. */
    public byte[] draw() {
        return DRAWN.get(path(), none -> drawn());
    }

    private byte[] drawn() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var paper = image.createGraphics();
        try {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(paper);
        } finally {
            paper.dispose();
        }
        var png = new ByteArrayOutputStream(32_768);
        try (var out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void draw(Graphics2D paper) {
        paper.setColor(PAPER);
        paper.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        paper.setColor(INK);
        paper.fill(Typeface.SERIF.line(site, EDGE, 108, 44));
        paper.fill(new Rectangle2D.Double(EDGE, 138, WIDTH - 2.0 * EDGE, 3));
        paper.fill(new Rectangle2D.Double(EDGE, 145, WIDTH - 2.0 * EDGE, 1));
        if (!section.isEmpty()) {
            paper.setColor(DIM);
            paper.fill(Typeface.SERIF.line(section, WIDTH - EDGE - Typeface.SERIF.width(section, 32), 106, 32));
        }
        paper.setColor(INK);
        var size = SIZES[SIZES.length - 1];
        var lines = List.<String>of();
        for (var one : SIZES) {
            size = one;
            lines = lines(one);
            if (lines.size() * one * LEADING <= ROOM
                    && lines.stream().allMatch(line -> Typeface.SERIF.width(line, one) <= room())) {
                break;
            }
        }
        var most = (int) (ROOM / (size * LEADING));
        var baseline = 196.0 + size;
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            var cut = i == most - 1 && lines.size() > most;
            paper.fill(Typeface.SERIF.line(lines.get(i) + (cut ? "…" : ""), EDGE, baseline, size));
            baseline += size * LEADING;
        }
    }

    private static int room() {
        return WIDTH - 2 * EDGE;
    }

    /** Broken between words. */
    private List<String> lines(int size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : headline.strip().split("\\s+")) {
            if (!line.isEmpty() && Typeface.SERIF.width(line + " " + word, size) > room()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
