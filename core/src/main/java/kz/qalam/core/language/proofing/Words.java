package kz.qalam.core.language.proofing;

import java.util.regex.Pattern;

/** Where words begin and end, and how much of a line is looked at closely. */
final class Words {

    /** Letters of any script with their marks, and the hyphens and apostrophes within. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:[-\u2010\u2011'’ʼ\u00AD][\\p{L}\\p{M}]++)*+");

    /** No word is longer; what is, is no word. */
    static final int LONGEST = 64;

    /** A run without a space beyond this is data, not prose. */
    private static final int LONGEST_RUN = 5_000;

    /** Fewer may be two abbreviations. */
    private static final int LEAST_CAPITALS = 10;

    private Words() {
    }

    /** Whether the line has no monstrous run without a space, over which patterns would go back and forth. */
    static boolean isShort(String line) {
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = Character.isWhitespace(line.charAt(i)) ? 0 : run + 1;
            if (run > LONGEST_RUN) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line, as a heading may be, is written in nothing but capitals: they tell of no abbreviation there. */
    static boolean isInCapitals(String line) {
        int capitals = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (Character.isLowerCase(letter)) {
                return false;
            }
            capitals += Character.isUpperCase(letter) ? 1 : 0;
        }
        return capitals >= LEAST_CAPITALS && WORD.matcher(line).results().limit(2).count() == 2;
    }

    static boolean isCyrillic(int letter) {
        return letter >= 0x400 && letter < 0x530;
    }

    static boolean isLatin(int letter) {
        return letter < 0x250
                ? Character.isLetter(letter) && letter != 'ª' && letter != 'º' && letter != 'µ'
                : Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
