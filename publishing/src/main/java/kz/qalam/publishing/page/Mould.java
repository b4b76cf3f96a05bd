package kz.qalam.publishing.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page, or a part of one, that many others look like: printed once by its template, with gaps for what differs from one to the
 * other.
 *
 * @param <G> its gaps
 */
final class Mould<G extends Enum<G>> {

    private static final char FIRST = '\uE000';

    /** A gap, and what stands before it. */
    private record Piece<G>(String before, G gap) {}

    private final List<Piece<G>> pieces = new ArrayList<>();
    private final String rest;

    /** @param page with the signs of its gaps, each as often as it is wanted */
    Mould(Class<G> kind, String page) {
        var gaps = kind.getEnumConstants();
        int from = 0;
        for (int i = 0; i < page.length(); i++) {
            int gap = page.charAt(i) - FIRST;
            if (gap >= 0 && gap < gaps.length) {
                pieces.add(new Piece<>(page.substring(from, i), gaps[gap]));
                from = i + 1;
            }
        }
        rest = page.substring(from);
    }

    /** What stands in a gap until it is filled: a sign of private use, which nothing says that a mould is made of. */
    static String sign(Enum<?> gap) {
        return String.valueOf((char) (FIRST + gap.ordinal()));
    }

    String filled(Fillings<G> fillings) {
        int length = rest.length();
        for (var piece : pieces) {
            length += piece.before().length() + fillings.in(piece.gap()).length();
        }
        var page = new StringBuilder(length);
        for (var piece : pieces) {
            page.append(piece.before()).append(fillings.in(piece.gap()));
        }
        return page.append(rest).toString();
    }
}
