package kz.qalam.core.language.script;

import java.text.Normalizer;
import java.util.Set;

/**
 * Reads Kazakh in Latin or Arabic letters back into Cyrillic, for queries: what several Cyrillic spellings share is written as it
 * mostly is. What Qalam keeps is always the Cyrillic text itself.
 */
public final class Cyrillic {

    private static final Rules LATIN_2021 = new Rules("from-latin.tsv", Letters.LATIN, 3);
    private static final Rules LATIN_2018 = new Rules("from-latin.tsv", Letters.LATIN, 4);
    private static final Rules BACK = new Rules("from-arabic.tsv", Letters.ARABIC, 3);
    private static final Rules FRONT_FIRST = new Rules("from-arabic.tsv", Letters.ARABIC, 4);
    private static final Rules FRONT_LATER = new Rules("from-arabic.tsv", Letters.ARABIC, 5);

    private static final String OF_2018_ALONE = "áǵńóúýÁǴŃÓÚÝ";
    private static final String FRONT_LETTERS = "ەكگ";
    private static final String BACK_LETTERS = "قع";
    private static final String FRONT_VOWELS = "әеөүі";
    private static final String BACK_VOWELS = "аоұыяё";
    private static final String PUNCTUATION = "،؛؟٪";
    private static final String TURNED = ",;?%";

    private static final Set<String> UNITS = Set.of("km", "m", "cm", "mm", "kg", "g", "mg", "t",
            "l", "ml", "ha", "W", "kW", "MW", "GW", "V", "kV", "A", "Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB",
            "TB", "Mbps", "Gbps", "s", "ms", "h", "C", "F", "USD", "EUR", "KZT");

    private Cyrillic() {
    }

    /** The text in Cyrillic letters, of any length; addresses, hashtags and names after @ stay, as do units after figures. */
    public static String of(String text) {
        String read = text;
        if (read.chars().anyMatch(sign -> sign >= Letters.LATIN.first() && sign <= Letters.LATIN.last())) {
            boolean of2018 = read.chars().anyMatch(sign -> OF_2018_ALONE.indexOf(sign) >= 0);
            read = Walk.through(read, new FromLatin(of2018 ? LATIN_2018 : LATIN_2021,
                    of2018 ? Alphabet.OF_2018 : Alphabet.APRIL_2021));
        }
        if (read.chars().anyMatch(sign -> sign >= 0x600 && sign <= 0x6FF)) {
            read = Walk.through(oneForm(read), new FromArabic());
        }
        return read;
    }

    private record FromLatin(Rules rules, Alphabet alphabet) implements Walk.Turner {

        @Override
        public Letters letters() {
            return Letters.LATIN;
        }

        @Override
        public void word(String text, int from, int to, StringBuilder out) {
            String word = text.substring(from, to);
            if (isUnit(text, from)) {
                out.append(word);
                return;
            }
            if (word.length() < 64) {
                word = Normalizer.normalize(word, Normalizer.Form.NFC);
            }
            char[] small = alphabet.lower(word).toCharArray();
            rules.write(small, 0, small.length, new Cased(word, 0, out, Character::toUpperCase));
        }

        private static boolean isUnit(String text, int from) {
            if (from == 0) {
                return false;
            }
            char before = text.charAt(from - 1);
            return Character.isDigit(before) || (from > 1 && Character.isSpaceChar(before)
                    && Character.isDigit(text.charAt(from - 2)) && UNITS.contains(unit(text, from)));
        }

        private static String unit(String text, int from) {
            int end = from;
            while (end < text.length() && end - from < 5 && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return text.substring(from, end);
        }

        @Override
        public void sign(String text, int at, StringBuilder out) {
            out.append(text.charAt(at));
        }
    }

    /** Letters of other keyboards, and a hamza that is one with its vowel, as töte jazu has them. */
    private static String oneForm(String text) {
        StringBuilder same = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case 'ء' -> same.append(Arabic.HAMZA);
                case 'ٵ' -> same.append(Arabic.HAMZA).append('ا');
                case 'ٶ' -> same.append(Arabic.HAMZA).append('و');
                case 'ٷ' -> same.append(Arabic.HAMZA).append('ۇ');
                case 'ٸ' -> same.append(Arabic.HAMZA).append('ى');
                case 'ک' -> same.append('ك');
                case 'ی' -> same.append('ي');
                case 'ه', 'ة' -> same.append('ە');
                default -> same.append(sign);
            }
        }
        return same.toString();
    }

    private static final class FromArabic implements Walk.Turner {

        @Override
        public Letters letters() {
            return Letters.ARABIC;
        }

        @Override
        public void word(String text, int from, int to, StringBuilder out) {
            // The hamza is no letter of the word: without it the word begins where it begins.
            int begun = from;
            while (begun < to && text.charAt(begun) == Arabic.HAMZA) {
                begun++;
            }
            char[] word = text.substring(begun, to).toCharArray();
            boolean front = begun > from || (has(word, FRONT_LETTERS) && !has(word, BACK_LETTERS));
            boolean first = true;
            for (int at = 0; at < word.length;) {
                Rules rules = front ? first ? FRONT_FIRST : FRONT_LATER : BACK;
                int before = out.length();
                at += rules.writeOne(word, at, word.length, (letters, written) -> out.append(written));
                // From the first vowel on, each that is sure tells of the next.
                for (int i = before; i < out.length(); i++) {
                    char vowel = out.charAt(i);
                    first &= FRONT_VOWELS.indexOf(vowel) < 0 && BACK_VOWELS.indexOf(vowel) < 0;
                    front = FRONT_VOWELS.indexOf(vowel) >= 0 || (front && BACK_VOWELS.indexOf(vowel) < 0);
                }
            }
        }

        private static boolean has(char[] word, String letters) {
            for (char letter : word) {
                if (letters.indexOf(letter) >= 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void sign(String text, int at, StringBuilder out) {
            int turned = PUNCTUATION.indexOf(text.charAt(at));
            out.append(turned < 0 ? text.charAt(at) : TURNED.charAt(turned));
        }
    }
}
