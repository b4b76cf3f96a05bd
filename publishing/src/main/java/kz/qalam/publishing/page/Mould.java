package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page that many others look like: printed once by its template, with gaps for what differs from one to the other.
 *
 * @param <G> its gaps
 */
final class Mould<G extends Enum<G>> {

    private static final char FIRST = '\uE000';

    /** A gap, and what stands before it. */
    private record Piece<G>(String before, byte[] bytes, G gap) {}

    private final List<Piece<G>> pieces = new ArrayList<>();
    private final String rest;
    private final byte[] restBytes;

    /** @param page with the signs of its gaps, each as often as it is wanted */
    Mould(Class<G> kind, String page) {
        var gaps = kind.getEnumConstants();
        int from = 0;
        for (int i = 0; i < page.length(); i++) {
            int gap = page.charAt(i) - FIRST;
            if (gap >= 0 && gap < gaps.length) {
                var before = page.substring(from, i);
                pieces.add(new Piece<>(before, before.getBytes(UTF_8), gaps[gap]));
                from = i + 1;
            }
        }
        rest = page.substring(from);
        restBytes = rest.getBytes(UTF_8);
    }

    /** What stands in a gap until it is filled: a sign of private use, which nothing says that a mould is made of. */
    static String sign(Enum<?> gap) {
        return String.valueOf((char) (FIRST + gap.ordinal()));
    }

    /** @param fillings as they stand in HTML; a gap without one stays empty */
    byte[] filled(Map<G, String> fillings) {
        int length = restBytes.length;
        for (var piece : pieces) {
            length += piece.bytes().length + 2 * fillings.getOrDefault(piece.gap(), "").length();
        }
        var page = new ByteArrayOutputStream(length);
        for (var piece : pieces) {
            page.writeBytes(piece.bytes());
            page.writeBytes(fillings.getOrDefault(piece.gap(), "").getBytes(UTF_8));
        }
        page.writeBytes(restBytes);
        return page.toByteArray();
    }

    /** As {@link #filled}: a part of a page that is made further. */
    String part(Map<G, String> fillings) {
        var part = new StringBuilder();
        for (var piece : pieces) {
            part.append(piece.before()).append(fillings.getOrDefault(piece.gap(), ""));
        }
        return part.append(rest).toString();
    }
}
