package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The site's typeface as shapes. The machine's own fonts have no part in it: the same line gives the same shape on a server
 * that has neither fonts nor fontconfig.
 */
final class Outlines {
    private static final double UNITS = 1000;
    private static final Pattern STEP = Pattern.compile("([MLHVQZ])([^MLHVQZ]*)");

    private record Glyph(int advance, Path2D shape) {}

    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    Outlines(String resource) {
        try (var stream = Outlines.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the site lacks " + resource);
            }
            var lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    var fields = line.split("\t", -1);
                    glyphs.put(Integer.parseInt(fields[0], 16),
                            new Glyph(Integer.parseInt(fields[1]), shape(fields[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the few commands of SVG's paths that a TrueType outline needs. */
    private static Path2D shape(String path) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var numbers = new double[4];
        double x = 0;
        double y = 0;
        for (var step = STEP.matcher(path); step.find();) {
            var command = step.group(1).charAt(0);
            if (command == 'Z') {
                shape.closePath();
                continue;
            }
            var words = new StringTokenizer(step.group(2), " ,");
            while (words.hasMoreTokens()) {
                int needed = command == 'Q' ? 4 : command == 'H' || command == 'V' ? 1 : 2;
                for (int i = 0; i < needed; i++) {
                    numbers[i] = Double.parseDouble(words.nextToken());
                }
                x = command == 'V' ? x : numbers[command == 'Q' ? 2 : 0];
                y = command == 'H' ? y : numbers[needed - 1];
                if (command == 'M') {
                    shape.moveTo(x, y);
                    // What follows a move without a command of its own is a line.
                    command = 'L';
                } else if (command == 'Q') {
                    shape.quadTo(numbers[0], numbers[1], x, y);
                } else {
                    shape.lineTo(x, y);
                }
            }
        }
        return shape;
    }

    /** Whether each letter of a text can be shown. */
    boolean canShow(String text) {
        return text.codePoints().allMatch(letter -> Character.isWhitespace(letter) || glyphs.containsKey(letter));
    }

    /** How wide a text is at a size, in pixels. */
    double width(String text, double size) {
        return text.codePoints().map(letter -> advance(glyphs.get(letter))).sum() * size / UNITS;
    }

    private static int advance(@Nullable Glyph glyph) {
        return glyph == null ? 0 : glyph.advance();
    }

    /** A line's shape, its baseline beginning at a point. */
    Path2D line(String text, double x, double baseline, double size) {
        var line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var scale = size / UNITS;
        double at = x;
        for (var letter : text.codePoints().toArray()) {
            var glyph = glyphs.get(letter);
            if (glyph != null) {
                line.append(glyph.shape()
                        .getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, baseline)), false);
                at += glyph.advance() * scale;
            }
        }
        return line;
    }
}
