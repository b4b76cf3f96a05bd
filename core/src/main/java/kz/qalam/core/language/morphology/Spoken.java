package kz.qalam.core.language.morphology;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How numbers, abbreviations and words in Latin letters are heard at their end: that is what their suffixes follow. */
final class Spoken {

    private static final String[] ONES = {"нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"};
    private static final String[] TENS = {"", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен",
            "тоқсан"};
    private static final String[] POWERS = {"мың", "миллион", "миллиард", "триллион"};
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String HEARD = "абкдефгһижклмнопкрстувукйз";
    private static final String LATIN_VOWELS = "aeiouy";
    private static final Map<String, String> ABBREVIATIONS = new HashMap<>();

    static {
        Rows.each("abbreviations.tsv", row -> ABBREVIATIONS.put(row[0], row[1]));
    }

    private Spoken() {
    }

    /** Whether suffixes are set off with a hyphen: a number, an abbreviation, anything that is not plain Kazakh letters. */
    static boolean isSign(String word) {
        if (word.isEmpty()) {
            return false;
        }
        char last = word.charAt(word.length() - 1);
        if (Character.isDigit(last) || last == '%' || last == '№') {
            return true;
        }
        boolean capital = word.length() > 1;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                return true;
            }
            capital &= Character.isUpperCase(c);
        }
        return capital || (!hasVowel(word) && word.length() > 1);
    }

    /** Whether a form in small letters may be an abbreviation before its hyphen. */
    static boolean mayBeSign(String head) {
        return isSign(head) || ABBREVIATIONS.containsKey(head) || (head.length() <= 4 && head.length() > 1);
    }

    /** The end of the word as it is heard, in small letters; never empty for a word that has a letter or digit. */
    static String heard(String word) {
        char last = word.charAt(word.length() - 1);
        if (last == '%') {
            return "пайыз";
        }
        if (Character.isDigit(last)) {
            return number(word.replaceAll("[\\h]", ""));
        }
        String small = word.toLowerCase(Locale.ROOT);
        String known = ABBREVIATIONS.get(small);
        if (known != null) {
            return known;
        }
        if (last < 0x80) {
            return latin(word, small);
        }
        boolean abbreviation = !hasVowel(word) || word.equals(word.toUpperCase(Locale.ROOT));
        boolean spelt = abbreviation && !hasVowel(small.substring(Math.max(0, small.length() - 2)));
        return spelt ? small + (small.endsWith("к") ? "е" : "ы") : small;
    }

    /**
     * Whether it is in no table and read letter by letter, or ends in a к, of which some say ка and some ке, or is a word in
     * Latin letters, which each says in their own way.
     */
    static boolean isOpen(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        char last = small.isEmpty() ? 0 : small.charAt(small.length() - 1);
        if (Character.isDigit(last) || ABBREVIATIONS.containsKey(small)) {
            return false;
        }
        return last < 0x80
                ? !word.equals(word.toUpperCase(Locale.ROOT))
                : last == 'к' || !hasVowel(small.substring(Math.max(0, small.length() - 2)));
    }

    /** As English says it, near enough: no e at the end of iPhone and Apple, oo as у, y behind a consonant as и. */
    private static String latin(String word, String small) {
        int end = small.length();
        boolean name = !word.equals(word.toUpperCase(Locale.ROOT));
        if (name && end > 3 && small.charAt(end - 1) == 'e' && !isLatinVowel(small, end - 2)
                && hasLatinVowel(small, end - 1)) {
            end--;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = Math.max(0, end - 8); i < end; i++) {
            char letter = small.charAt(i);
            int at = LATIN.indexOf(letter);
            if (at < 0) {
                continue;
            }
            boolean twice = i + 1 < end && small.charAt(i + 1) == letter;
            if (name && twice && (letter == 'o' || letter == 'e')) {
                letters.append(letter == 'o' ? 'у' : 'и');
                i++;
            } else if (letter == 'y' && i > 0 && !isLatinVowel(small, i - 1)) {
                letters.append('и');
            } else {
                letters.append(HEARD.charAt(at));
            }
        }
        return letters.isEmpty() ? "ы" : letters.toString();
    }

    private static boolean isLatinVowel(String word, int place) {
        return LATIN_VOWELS.indexOf(word.charAt(place)) >= 0;
    }

    private static boolean hasLatinVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if (isLatinVowel(word, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasVowel(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (Sounds.isVowel(small.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String number(String word) {
        int end = word.length();
        int start = end;
        while (start > 0 && Character.isDigit(word.charAt(start - 1)) && end - start < 16) {
            start--;
        }
        int zeros = 0;
        while (end - 1 - zeros >= start && word.charAt(end - 1 - zeros) == '0') {
            zeros++;
        }
        if (end - zeros == start) {
            return ONES[0];
        }
        int digit = Character.digit(word.charAt(end - 1 - zeros), 10);
        if (zeros == 0) {
            return ONES[digit];
        }
        if (zeros == 1) {
            return TENS[digit];
        }
        return zeros == 2 ? "жүз" : POWERS[Math.min(zeros / 3, POWERS.length) - 1];
    }
}
