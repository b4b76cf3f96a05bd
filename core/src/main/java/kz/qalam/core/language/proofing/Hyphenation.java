package kz.qalam.core.language.proofing;

import java.util.regex.Matcher;

/**
 * Where a Kazakh word may end a line: before the last consonant between two vowels (мек-теп-те-рі-міз), as the
 * public-domain patterns of tex-hyphen have it. One letter never stands alone, and ь, ъ and й stay with what is before them.
 */
public final class Hyphenation {

    /** The soft hyphen, which is seen only where a line ends. */
    public static final char SOFT_HYPHEN = '\u00AD';

    private static final int LEAST = 2;

    private Hyphenation() {
    }

    /** The line with a sign at every place where a word may be broken; words with Latin letters, abbreviations and figures have none. */
    public static String of(String line, char sign) {
        StringBuilder broken = new StringBuilder(line.length() + line.length() / 3);
        int end = 0;
        for (Matcher word = Syllables.PART.matcher(line); word.find();) {
            broken.append(line, end, word.start());
            hyphenate(line, word.start(), word.end(), sign, broken);
            end = word.end();
        }
        return broken.append(line, end, line.length()).toString();
    }

    private static void hyphenate(String line, int start, int end, char sign, StringBuilder broken) {
        boolean touched = (start > 0 && line.charAt(start - 1) == SOFT_HYPHEN)
                || (end < line.length() && line.charAt(end) == SOFT_HYPHEN);
        if (end - start > Words.LONGEST || touched || !Syllables.isKazakhWord(line, start, end)) {
            broken.append(line, start, end);
            return;
        }
        int vowel = -1;
        int written = start;
        for (int i = start; i < end; i++) {
            if (!Syllables.isVowel(line, i, start, end)) {
                continue;
            }
            int place = i;
            if (vowel >= 0 && i - vowel > 1) {
                place = i - 1;
                if ("ьъЬЪ".indexOf(line.charAt(place)) >= 0) {
                    place = i;
                } else if (place - 1 > vowel && Character.getType(line.charAt(place)) == Character.NON_SPACING_MARK) {
                    place--;
                }
            }
            if (vowel >= 0 && place - start >= LEAST && end - place >= LEAST) {
                broken.append(line, written, place).append(sign);
                written = place;
            }
            vowel = i;
        }
        broken.append(line, written, end);
    }
}
