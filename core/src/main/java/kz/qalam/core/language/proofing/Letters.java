package kz.qalam.core.language.proofing;

import java.util.Arrays;
import java.util.List;

/** The letters of Kazakh words: which follow which, which lie side by side on the keyboard, which are taken for each other. */
final class Letters {

    static final String ALL = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    /** The place before a word's first letter and after its last. */
    private static final int EDGE = ALL.length();
    private static final int STRIDE = EDGE + 1;

    private static final byte[] PLACES = places();
    private static final boolean[] TRIPLES = triples();
    private static final byte[] COSTS = costs();

    private static final int NEIGHBOUR = 27;
    static final int OTHER = 44;

    private Letters() {
    }

    private static byte[] places() {
        byte[] places = new byte[0x100];
        Arrays.fill(places, (byte) -1);
        for (int i = 0; i < ALL.length(); i++) {
            places[ALL.charAt(i) - 0x400] = (byte) i;
        }
        return places;
    }

    /** Where a small letter stands in {@link #ALL}, or -1. */
    static int place(char letter) {
        return letter >= 0x400 && letter < 0x500 ? PLACES[letter - 0x400] : -1;
    }

    private static boolean[] triples() {
        boolean[] triples = new boolean[STRIDE * STRIDE * STRIDE];
        for (String[] row : Rows.of("letter-triples.tsv")) {
            for (int i = 0; i < row[1].length(); i++) {
                triples[triple(edged(row[0].charAt(0)), edged(row[0].charAt(1)), edged(row[1].charAt(i)))] = true;
            }
        }
        return triples;
    }

    private static int edged(char letter) {
        return letter == '_' ? EDGE : place(letter);
    }

    private static int triple(int first, int second, int third) {
        return (first * STRIDE + second) * STRIDE + third;
    }

    private static int at(CharSequence word, int place) {
        return place < 0 || place >= word.length() ? EDGE : place(word.charAt(place));
    }

    /** Whether the three letters around each of these places are met in Kazakh words. */
    static boolean plausible(CharSequence word, int from, int to) {
        for (int i = Math.max(0, from); i <= to && i < word.length(); i++) {
            int before = at(word, i - 1);
            int letter = at(word, i);
            int after = at(word, i + 1);
            if (before < 0 || letter < 0 || after < 0 || !TRIPLES[triple(before, letter, after)]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] costs() {
        byte[] costs = new byte[EDGE * EDGE];
        Arrays.fill(costs, (byte) OTHER);
        List<String> rows = Rows.of("keyboard.tsv").stream().map(row -> row[0]).toList();
        for (int row = 0; row < rows.size(); row++) {
            for (int key = 0; key < rows.get(row).length(); key++) {
                for (int other = 0; other < rows.size(); other++) {
                    for (int near = 0; near < rows.get(other).length(); near++) {
                        boolean beside = (row == other && Math.abs(near - key) == 1)
                                || (row == other + 1 && (near == key || near == key + 1))
                                || (row == other - 1 && (near == key || near == key - 1));
                        if (beside && (row > 0) == (other > 0)) {
                            int typed = place(rows.get(row).charAt(key));
                            costs[typed * EDGE + place(rows.get(other).charAt(near))] = NEIGHBOUR;
                        }
                    }
                }
            }
        }
        for (String[] row : Rows.of("kindred-letters.tsv")) {
            if (place(row[0].charAt(0)) >= 0) {
                costs[place(row[0].charAt(0)) * EDGE + place(row[1].charAt(0))] = Byte.parseByte(row[2]);
            }
        }
        return costs;
    }

    /** What it costs to take the typed letter for the meant one; places in {@link #ALL}. */
    static int typedFor(int typed, int meant) {
        return typed < 0 ? OTHER : COSTS[typed * EDGE + meant];
    }

    /** Letters that may be meant by a typed one where the Kazakh keyboard is missing or harmony is wrong. */
    static String kindred(char typed) {
        int place = place(typed);
        return place < 0 ? "" : KINDRED[place];
    }

    private static final String[] KINDRED = kindred();

    private static String[] kindred() {
        String[] kindred = new String[EDGE];
        Arrays.fill(kindred, "");
        for (String[] row : Rows.of("kindred-letters.tsv")) {
            if (place(row[0].charAt(0)) >= 0) {
                kindred[place(row[0].charAt(0))] += row[1];
            }
        }
        return kindred;
    }
}
