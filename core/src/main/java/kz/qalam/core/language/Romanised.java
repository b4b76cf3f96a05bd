package kz.qalam.core.language;

import java.util.HashMap;
import java.util.Map;

import com.ibm.icu.text.Transliterator;

import kz.qalam.core.language.script.Alphabet;
import kz.qalam.core.language.script.Cyrillic;
import kz.qalam.core.language.script.Latin;

/** Writes a word in ASCII letters: as our Latin has it where it is Kazakh or Russian, else as ICU does. */
final class Romanised {

    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        for (String[] row : Table.rows(Table.class, "slug-letters.tsv")) {
            LETTERS.put(row[0].codePointAt(0), row[1]);
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
        String cyrillic = word.chars().anyMatch(Romanised::isArabic) ? Cyrillic.of(word) : word;
        Romanised romanised = new Romanised();
        Latin.in(Alphabet.ASCII).of(cyrillic).codePoints().forEach(romanised::append);
        romanised.appendForeign();
        return romanised.ascii.toString();
    }

    private static boolean isArabic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
    }

    private void append(int letter) {
        String known = LETTERS.get(letter);
        if (known == null && letter >= 0x80 && !Character.isDigit(letter)) {
            foreign.appendCodePoint(letter);
            return;
        }
        appendForeign();
        if (known != null) {
            ascii.append(known);
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
