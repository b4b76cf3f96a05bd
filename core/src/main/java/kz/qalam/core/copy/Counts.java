package kz.qalam.core.copy;

import java.util.regex.Matcher;

/**
 * How long a story is.
 *
 * @param words hyphenated words and figures like 2,4 are one
 * @param characters code points, spaces included and line ends not
 * @param charactersWithoutSpaces code points other than spaces
 * @param minutes reading time, rounded up; 0 only where there are no words
 */
public record Counts(int words, int characters, int charactersWithoutSpaces, int minutes) {

    /** No study of reading speed in Kazakh was found; its long words make it slower than the 200 or so of English. */
    public static final int WORDS_A_MINUTE = 170;

    static Counts of(String text) {
        int words = 0;
        for (Matcher word = Words.WORD.matcher(text); word.find();) {
            words++;
        }
        int characters = (int) text.codePoints().filter(c -> c != '\n' && c != '\t').count();
        int spaces = (int) text.codePoints().filter(c -> c != '\n' && c != '\t' && Character.isSpaceChar(c)).count();
        return new Counts(words, characters, characters - spaces, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }
}
