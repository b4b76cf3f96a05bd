package kz.qalam.core.language.proofing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The one table of letters that look alike, and who puts right what only looks right: Latin ones inside Cyrillic words (мәлiмет with a Latin i), Cyrillic ones inside
 * Latin words, and Cyrillic ones of other languages where Kazakh has its own (ў for ұ, ӊ for ң).
 */
public final class WrongLetters {

    private static final Map<Integer, Integer> DOUBLES = new HashMap<>();
    private static final Map<Integer, Integer> CYRILLIC = new HashMap<>();
    private static final Map<Integer, Integer> LATIN = new HashMap<>();
    private static final Map<Integer, Integer> KAZAKH = new HashMap<>();

    static {
        for (String[] row : Rows.of("wrong-letters.tsv")) {
            int wrong = row[1].codePointAt(0);
            int right = row[2].codePointAt(0);
            switch (row[0]) {
                case "double" -> {
                    DOUBLES.put(wrong, right);
                    CYRILLIC.put(wrong, right);
                    LATIN.put(right, wrong);
                }
                case "latin" -> CYRILLIC.put(wrong, right);
                default -> KAZAKH.put(wrong, right);
            }
        }
    }

    private WrongLetters() {
    }

    /** The Cyrillic letter that looks like a Latin one, or the letter itself. */
    public static int cyrillic(int letter) {
        return DOUBLES.getOrDefault(letter, letter);
    }

    /**
     * The line with each such word in one script, where that can be said: Cyrillic if each of its Latin letters has a
     * Cyrillic double, else Latin if each of its Cyrillic letters has a Latin one. iPhone-дар and IT-мамандар stay. A
     * sentence in another Cyrillic language keeps that language's letters.
     */
    public static String repaired(String line) {
        boolean foreign = isOfAnotherLanguage(line);
        StringBuilder repaired = new StringBuilder(line.length());
        int end = 0;
        for (Matcher part = Syllables.PART.matcher(line); part.find();) {
            repaired.append(line, end, part.start()).append(part(part.group(), foreign));
            end = part.end();
        }
        return repaired.append(line, end, line.length()).toString();
    }

    private static boolean isOfAnotherLanguage(String line) {
        return line.codePoints().anyMatch(KAZAKH::containsKey)
                && Words.WORD.matcher(line).results().limit(4).count() == 4
                && !SentenceLanguage.of(line).startsWith("kk");
    }

    private static String part(String word, boolean ofAnotherLanguage) {
        int latin = 0;
        int latinDoubles = 0;
        int cyrillic = 0;
        int cyrillicDoubles = 0;
        for (int i = 0; i < word.length();) {
            int letter = word.codePointAt(i);
            i += Character.charCount(letter);
            if (Words.isCyrillic(letter)) {
                cyrillic++;
                cyrillicDoubles += LATIN.containsKey(letter) ? 1 : 0;
            } else if (Words.isLatin(letter) || CYRILLIC.containsKey(letter)) {
                latin++;
                latinDoubles += CYRILLIC.containsKey(letter) ? 1 : 0;
            }
        }
        if (cyrillic > 0 && latin > 0) {
            if (latinDoubles == latin && (cyrillicDoubles < cyrillic || cyrillic >= latin || word.length() > 4)) {
                return kazakh(replaced(word, CYRILLIC), ofAnotherLanguage);
            }
            if (cyrillicDoubles == cyrillic) {
                return replaced(word, LATIN);
            }
            return latinDoubles == latin ? replaced(word, CYRILLIC) : word;
        }
        return cyrillic > 0 ? kazakh(word, ofAnotherLanguage) : word;
    }

    private static String kazakh(String word, boolean ofAnotherLanguage) {
        if (ofAnotherLanguage) {
            return word;
        }
        String composed = word.indexOf('\u0306') >= 0 || word.indexOf('\u0308') >= 0 || word.indexOf('\u0304') >= 0
                ? Normalizer.normalize(word, Normalizer.Form.NFC)
                : word;
        return composed.codePoints().anyMatch(KAZAKH::containsKey) ? replaced(composed, KAZAKH) : composed;
    }

    private static String replaced(String word, Map<Integer, Integer> doubles) {
        StringBuilder replaced = new StringBuilder(word.length());
        word.codePoints().map(letter -> doubles.getOrDefault(letter, letter)).forEach(replaced::appendCodePoint);
        return replaced.toString();
    }
}
