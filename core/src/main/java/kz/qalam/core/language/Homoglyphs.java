package kz.qalam.core.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Puts words right in which Latin and Cyrillic letters that look alike are mixed. */
final class Homoglyphs {

    private static final Map<Integer, Integer> CYRILLIC = new HashMap<>();
    private static final Map<Integer, Integer> LATIN = new HashMap<>();

    static {
        for (String[] pair : Table.rows(Table.class, "homoglyphs.tsv")) {
            int latin = pair[0].codePointAt(0);
            int cyrillic = pair[1].codePointAt(0);
            CYRILLIC.put(latin, cyrillic);
            LATIN.put(cyrillic, latin);
        }
    }

    private Homoglyphs() {
    }

    /**
     * The word in one script where that can be said: Cyrillic if each of its Latin letters has a Cyrillic double, else
     * Latin if each of its Cyrillic letters has a Latin one. Other words stay as they are: iPhone-дар, IT-мамандар.
     */
    static String mended(String word) {
        IntPredicate isLatin = letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
        IntPredicate isCyrillic = letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
        if (word.codePoints().noneMatch(isLatin) || word.codePoints().noneMatch(isCyrillic)) {
            return word;
        }
        if (word.codePoints().filter(isLatin).allMatch(CYRILLIC::containsKey)) {
            return replaced(word, CYRILLIC);
        }
        if (word.codePoints().filter(isCyrillic).allMatch(LATIN::containsKey)) {
            return replaced(word, LATIN);
        }
        return word;
    }

    private static String replaced(String word, Map<Integer, Integer> doubles) {
        return word.codePoints().map(letter -> doubles.getOrDefault(letter, letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
