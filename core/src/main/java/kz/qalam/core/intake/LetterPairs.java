package kz.qalam.core.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How readily one letter follows another within the words of a language, counted from real text (the files say which).
 */
final class LetterPairs {

    /** Both alphabets at once: Kazakh holds all of Russian's letters. */
    static final String LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    /** The place before a word's first letter and after its last. */
    static final int EDGE = LETTERS.length();

    static final LetterPairs KAZAKH = new LetterPairs("letter-pairs-kk.tsv");
    static final LetterPairs RUSSIAN = new LetterPairs("letter-pairs-ru.tsv");

    /**
     * A pair never seen is rare, not impossible: names and loans bring new ones. A letter never seen is no letter of
     * the language.
     */
    private static final double UNSEEN = 0.5;
    private static final double FLOOR = -9;

    private static final int[] PLACES = places();

    private final double[][] cost;

    private LetterPairs(String file) {
        cost = costs(counts(file));
    }

    /** Where a letter of either case stands in {@link #LETTERS}, or -1. */
    static int place(char letter) {
        return letter >= 0x400 && letter < 0x500 ? PLACES[letter - 0x400] : -1;
    }

    /**
     * The natural logarithm of the probability that after {@code first} comes {@code then}; places, or {@link #EDGE}.
     */
    double after(int first, int then) {
        return cost[first][then];
    }

    private static int[] places() {
        int[] places = new int[0x100];
        for (int i = 0; i < places.length; i++) {
            places[i] = LETTERS.indexOf(Character.toLowerCase((char) (0x400 + i)));
        }
        return places;
    }

    private static long[][] counts(String file) {
        long[][] counts = new long[EDGE + 1][EDGE + 1];
        try (InputStream in = Objects.requireNonNull(LetterPairs.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                for (int i = 1; i < cells.length; i++) {
                    counts[column(cells[0])][column(cells[i])] = Long.parseLong(cells[i].substring(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }

    private static int column(String cell) {
        return cell.charAt(0) == '_' ? EDGE : LETTERS.indexOf(cell.charAt(0));
    }

    private static double[][] costs(long[][] counts) {
        double[][] costs = new double[EDGE + 1][EDGE + 1];
        for (int first = 0; first <= EDGE; first++) {
            double all = (EDGE + 1) * UNSEEN + sum(counts[first]);
            for (int then = 0; then <= EDGE; then++) {
                boolean ofLanguage = sum(counts[first]) > 0 && sum(counts[then]) > 0;
                double probable = Math.log((counts[first][then] + UNSEEN) / all);
                costs[first][then] = ofLanguage ? Math.max(FLOOR, probable) : FLOOR;
            }
        }
        return costs;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
