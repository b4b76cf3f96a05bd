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
    private record Piece<G>(byte[] before, G gap) {}

    private final List<Piece<G>> pieces = new ArrayList<>();
    private final byte[] rest;

    /** @param page with the signs of its gaps, each as often as it is wanted */
    Mould(Class<G> kind, String page) {
        var gaps = kind.getEnumConstants();
        int from = 0;
        for (int i = 0; i < page.length(); i++) {
            int gap = page.charAt(i) - FIRST;
            if (gap >= 0 && gap < gaps.length) {
                pieces.add(new Piece<>(page.substring(from, i).getBytes(UTF_8), gaps[gap]));
                from = i + 1;
            }
        }
        rest = page.substring(from).getBytes(UTF_8);
    }

    /** What stands in a gap until it is filled: a sign of private use, which nothing says that a mould is made of. */
    static String sign(Enum<?> gap) {
        return String.valueOf((char) (FIRST + gap.ordinal()));
    }

    /** @param fillings as they stand in HTML; a gap without one stays empty */
    byte[] filled(Map<G, String> fillings) {
        int length = rest.length;
        for (var piece : pieces) {
            length += piece.before().length + 2 * fillings.getOrDefault(piece.gap(), "").length();
        }
        var page = new ByteArrayOutputStream(length);
        for (var piece : pieces) {
            page.writeBytes(piece.before());
            page.writeBytes(fillings.getOrDefault(piece.gap(), "").getBytes(UTF_8));
        }
        page.writeBytes(rest);
        return page.toByteArray();
    }
}
