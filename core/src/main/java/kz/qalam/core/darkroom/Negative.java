package kz.qalam.core.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.UnreadablePicture.Reason;

/**
 * A picture as it came in, judged by its header and its outline, before anything of it is decoded: what it is, how large,
 * and that it is one whole picture and nothing else besides.
 *
 * @param width as stored, in pixels, not yet turned
 * @param height as stored, in pixels, not yet turned
 */
public record Negative(Format format, int width, int height, byte[] bytes) {

    /** The most that is taken: 20 MB. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** The most that is decoded: 50 megapixels. */
    public static final int MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 30_000;

    /** A progressive picture has about ten; each costs a pass over all of it. */
    private static final int MOST_SCANS = 40;

    /** What would make the file something else for a program that looks at it otherwise. */
    private static final List<String> FOREIGN = List.of("<script", "<svg", "<html", "<!doctype", "<iframe", "<?php",
            "%pdf-", "pk\u0003\u0004");

    /**
     * Judges a file.
     *
     * @throws UnreadablePicture with the reason: too large, no picture that we take, cut short, several in one
     */
    public static Negative judge(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadablePicture(Reason.EMPTY);
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnreadablePicture(Reason.TOO_LARGE);
        }
        Negative negative = new Outline(bytes).read();
        if (negative.width < 1 || negative.height < 1) {
            throw new UnreadablePicture(Reason.DAMAGED);
        }
        if (negative.width > LONGEST_SIDE || negative.height > LONGEST_SIDE
                || (long) negative.width * negative.height > MOST_PIXELS) {
            throw new UnreadablePicture(Reason.TOO_MANY_PIXELS);
        }
        return negative;
    }

    /** Reads the parts of a file as they follow each other; of what is compressed it looks only for the end. */
    private static final class Outline {

        private final byte[] bytes;
        private int at;

        Outline(byte[] bytes) {
            this.bytes = bytes;
        }

        Negative read() {
            if (startsWith(0, "\u00ff\u00d8\u00ff")) {
                return jpeg();
            }
            if (startsWith(0, "\u0089PNG\r\n\u001a\n")) {
                return png();
            }
            if (startsWith(0, "RIFF") && startsWith(8, "WEBP")) {
                return webp();
            }
            throw new UnreadablePicture(Reason.NOT_TAKEN);
        }

        private Negative jpeg() {
            at = 2;
            Negative found = null;
            int scans = 0;
            while (true) {
                int marker = jpegMarker();
                if (marker == 0xD9) {
                    requireNothingForeign(at, bytes.length);
                    if (found == null || scans == 0) {
                        throw new UnreadablePicture(Reason.DAMAGED);
                    }
                    return found;
                }
                if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                    continue;
                }
                int length = number(at, 2);
                int next = at + length;
                if (length < 2 || next > bytes.length) {
                    throw new UnreadablePicture(Reason.CUT_SHORT);
                }
                if (isFrameHeader(marker)) {
                    if (found != null || length < 8) {
                        throw new UnreadablePicture(Reason.DAMAGED);
                    }
                    found = new Negative(Format.JPEG, number(at + 5, 2), number(at + 3, 2), bytes);
                } else if (marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF)) {
                    requireNothingForeign(at, next);
                }
                at = next;
                if (marker == 0xDA) {
                    if (++scans > MOST_SCANS) {
                        throw new UnreadablePicture(Reason.TOO_MANY_PIXELS);
                    }
                    skipScan();
                }
            }
        }

        private static boolean isFrameHeader(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }

        private int jpegMarker() {
            if (at >= bytes.length || (bytes[at] & 0xff) != 0xFF) {
                throw new UnreadablePicture(at >= bytes.length ? Reason.CUT_SHORT : Reason.DAMAGED);
            }
            while (at < bytes.length && (bytes[at] & 0xff) == 0xFF) {
                at++;
            }
            return number(at++, 1);
        }

        private void skipScan() {
            while (at + 1 < bytes.length) {
                if ((bytes[at] & 0xff) == 0xFF) {
                    int next = bytes[at + 1] & 0xff;
                    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                        return;
                    }
                }
                at++;
            }
            throw new UnreadablePicture(Reason.CUT_SHORT);
        }

        private Negative png() {
            at = 8;
            Negative found = null;
            boolean hasData = false;
            while (true) {
                int length = number(at, 4);
                if (length < 0 || length > bytes.length - at - 12) {
                    throw new UnreadablePicture(Reason.CUT_SHORT);
                }
                String type = text(at + 4, 4);
                CRC32 sum = new CRC32();
                sum.update(bytes, at + 4, length + 4);
                if ((int) sum.getValue() != number(at + 8 + length, 4)) {
                    throw new UnreadablePicture(Reason.DAMAGED);
                }
                if (type.equals("IHDR") == (found != null)) {
                    throw new UnreadablePicture(Reason.DAMAGED);
                }
                switch (type) {
                    case "IHDR" -> found = new Negative(Format.PNG, number(at + 8, 4), number(at + 12, 4), bytes);
                    case "acTL" -> throw new UnreadablePicture(Reason.MOVING);
                    case "IDAT" -> hasData = true;
                    default -> requireNothingForeign(at + 8, at + 8 + length);
                }
                at += 12 + length;
                if (type.equals("IEND")) {
                    requireNothingForeign(at, bytes.length);
                    if (!hasData) {
                        throw new UnreadablePicture(Reason.DAMAGED);
                    }
                    return present(found);
                }
            }
        }

        private Negative webp() {
            int end = little(4, 4) + 8;
            if (end < 20 || end > bytes.length) {
                throw new UnreadablePicture(Reason.CUT_SHORT);
            }
            at = 12;
            Negative found = null;
            boolean hasData = false;
            while (at + 8 <= end) {
                String type = text(at, 4);
                int length = little(at + 4, 4);
                int data = at + 8;
                if (length < 0 || length > end - data) {
                    throw new UnreadablePicture(Reason.CUT_SHORT);
                }
                switch (type) {
                    case "VP8X" -> {
                        if ((number(data, 1) & 2) != 0) {
                            throw new UnreadablePicture(Reason.MOVING);
                        }
                        found = new Negative(Format.WEBP, little(data + 4, 3) + 1, little(data + 7, 3) + 1, bytes);
                    }
                    case "VP8 " -> {
                        hasData = true;
                        if (found == null) {
                            found = new Negative(Format.WEBP, little(data + 6, 2) & 0x3fff,
                                    little(data + 8, 2) & 0x3fff, bytes);
                        }
                    }
                    case "VP8L" -> {
                        hasData = true;
                        if (found == null) {
                            int sizes = little(data + 1, 4);
                            found = new Negative(Format.WEBP, (sizes & 0x3fff) + 1, ((sizes >> 14) & 0x3fff) + 1,
                                    bytes);
                        }
                    }
                    case "ANIM", "ANMF" -> throw new UnreadablePicture(Reason.MOVING);
                    case "ALPH" -> {
                        continueAfter(data, length);
                        continue;
                    }
                    default -> requireNothingForeign(data, data + length);
                }
                continueAfter(data, length);
            }
            requireNothingForeign(end, bytes.length);
            if (!hasData) {
                throw new UnreadablePicture(Reason.DAMAGED);
            }
            return present(found);
        }

        private void continueAfter(int data, int length) {
            at = data + length + (length & 1);
        }

        private static Negative present(@Nullable Negative found) {
            if (found == null) {
                throw new UnreadablePicture(Reason.DAMAGED);
            }
            return found;
        }

        private void requireNothingForeign(int from, int to) {
            if (from >= to) {
                return;
            }
            String said = text(from, to - from).toLowerCase(Locale.ROOT);
            if (FOREIGN.stream().anyMatch(said::contains)) {
                throw new UnreadablePicture(Reason.SOMETHING_ELSE_TOO);
            }
        }

        private boolean startsWith(int from, String signature) {
            return bytes.length >= from + signature.length() && text(from, signature.length()).equals(signature);
        }

        private String text(int from, int length) {
            require(from, length);
            return new String(bytes, from, length, ISO_8859_1);
        }

        private int number(int from, int length) {
            require(from, length);
            int number = 0;
            for (int i = 0; i < length; i++) {
                number = (number << 8) | (bytes[from + i] & 0xff);
            }
            return number;
        }

        private int little(int from, int length) {
            require(from, length);
            int number = 0;
            for (int i = length - 1; i >= 0; i--) {
                number = (number << 8) | (bytes[from + i] & 0xff);
            }
            return number;
        }

        private void require(int from, int length) {
            if (from < 0 || length < 0 || from > bytes.length - length) {
                throw new UnreadablePicture(Reason.CUT_SHORT);
            }
        }
    }
}
