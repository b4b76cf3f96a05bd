package kz.qalam.core.language.proofing;

import java.util.regex.Pattern;

/** Which letters sound as vowels. у and и do, except beside another vowel: тау, уақыт, бауыр. */
final class Syllables {

    /** What stands between spaces, signs and hyphens. */
    static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}]++");

    private static final String VOWELS = "аәеёоөұүыіэюяАӘЕЁОӨҰҮЫІЭЮЯ";

    private Syllables() {
    }

    static boolean isVowel(CharSequence word, int place, int start, int end) {
        char letter = word.charAt(place);
        if (VOWELS.indexOf(letter) >= 0) {
            return true;
        }
        if (letter == 'у' || letter == 'У') {
            boolean after = place > start && VOWELS.indexOf(word.charAt(place - 1)) >= 0;
            boolean first = place == start && place + 1 < end && VOWELS.indexOf(word.charAt(place + 1)) >= 0;
            return !after && !first;
        }
        return letter == 'и' || letter == 'И';
    }

    /** Cyrillic letters alone, and not an abbreviation (ҚР, БҰҰ). */
    static boolean isKazakhWord(CharSequence line, int start, int end) {
        int small = 0;
        for (int i = start; i < end; i++) {
            char letter = line.charAt(i);
            if (!Words.isCyrillic(letter) && Character.getType(letter) != Character.NON_SPACING_MARK) {
                return false;
            }
            small += Character.isLowerCase(letter) ? 1 : 0;
        }
        return small > 0;
    }

    /** At least one in a word that has letters. */
    static int in(CharSequence word, int start, int end) {
        int syllables = 0;
        for (int i = start; i < end; i++) {
            syllables += isVowel(word, i, start, end) ? 1 : 0;
        }
        return Math.max(1, syllables);
    }
}
