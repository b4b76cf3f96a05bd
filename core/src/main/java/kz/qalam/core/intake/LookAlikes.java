package kz.qalam.core.intake;

import kz.qalam.core.language.Homoglyphs;

/** Latin letters that were typed for Cyrillic ones of the same look, as in «мәлiметiне» with a Latin i. */
final class LookAlikes {

    private LookAlikes() {
    }

    /** The Cyrillic letter of the same look, or the letter itself. */
    static char cyrillic(char letter) {
        return (char) Homoglyphs.cyrillic(letter);
    }

    /** The text with such letters put right in words that have a Cyrillic letter; of the same length. */
    static String repaired(String text) {
        char[] letters = text.toCharArray();
        int start = 0;
        boolean cyrillic = false;
        for (int i = 0; i <= letters.length; i++) {
            if (i < letters.length && Character.isLetter(letters[i])) {
                cyrillic |= Character.UnicodeScript.of(letters[i]).equals(Character.UnicodeScript.CYRILLIC);
                continue;
            }
            for (int j = start; cyrillic && j < i; j++) {
                letters[j] = cyrillic(letters[j]);
            }
            start = i + 1;
            cyrillic = false;
        }
        return new String(letters);
    }
}
