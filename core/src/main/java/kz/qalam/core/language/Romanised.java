package kz.qalam.core.language;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/** Writes a word in ASCII letters: by our own table where it is Kazakh or Russian, else as ICU does. */
final class Romanised {

    /** A letter, and what it becomes instead after certain others. */
    private record Letter(String ascii, String instead, String after) {

        String after(int before) {
            return after.indexOf(before) >= 0 ? instead : ascii;
        }
    }

    private static final Map<Integer, Letter> LETTERS = new HashMap<>();
    private static final Map<String, String> BEGINNINGS = new HashMap<>();

    /** Front words of töte jazu: with a hamza, or with one of the letters that make it needless. In them ى is і, not ы. */
    private static final Pattern FRONT_ARABIC = Pattern.compile("[ٴءەهكکگ]");

    static {
        for (String[] row : Table.rows(Table.class, "slug-letters.tsv")) {
            LETTERS.put(row[0].codePointAt(0),
                    row.length == 2 ? new Letter(row[1], "", "") : new Letter(row[1], row[2], row[3]));
        }
        for (String[] row : Table.rows(Table.class, "slug-words.tsv")) {
            BEGINNINGS.put(row[0], row[1]);
        }
    }

    /** Other scripts; loaded when one is met, for it takes a while. */
    private static final class Foreign {

        static final Transliterator TO_ASCII = Transliterator.getInstance(
                "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; [:^ASCII:] Remove; Any-Lower");
    }

    private final StringBuilder ascii = new StringBuilder();
    private final StringBuilder foreign = new StringBuilder();

    private Romanised() {
    }

    /** @param word in lower case; what comes back is ASCII, not always letters alone */
    static String word(String word) {
        Romanised romanised = new Romanised();
        int before = 0;
        for (int letter : spelledAsRead(word).codePoints().toArray()) {
            romanised.append(letter, before);
            before = letter;
        }
        romanised.appendForeign();
        return romanised.ascii.toString();
    }

    private static String spelledAsRead(String word) {
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (word.startsWith(beginning.getKey())) {
                return beginning.getValue() + word.substring(beginning.getKey().length());
            }
        }
        return FRONT_ARABIC.matcher(word).find() ? word.replace('ى', 'і') : word;
    }

    private void append(int letter, int before) {
        Letter known = LETTERS.get(letter);
        if (known == null && letter >= 0x80 && !Character.isDigit(letter)) {
            foreign.appendCodePoint(letter);
            return;
        }
        appendForeign();
        if (known != null) {
            ascii.append(known.after(before));
        } else if (letter < 0x80) {
            ascii.append((char) letter);
        } else {
            ascii.append(Character.digit(letter, 10));
        }
    }

    private void appendForeign() {
        if (!foreign.isEmpty()) {
            ascii.append(Foreign.TO_ASCII.transliterate(foreign.toString()));
            foreign.setLength(0);
        }
    }
}
