package kz.qalam.core.language.morphology;

import org.jspecify.annotations.Nullable;

/**
 * What suffixes make of a loan word whose end Kazakh does not say: процесс, процеске; металл, металдар; съезд, съезге; Минск,
 * Минскіде; факт, фактілер. After the spelling rules of 1983 on words that end in two consonants, as the news keep them.
 */
final class Loans {

    private static final int SHORTEST = 3;

    private Loans() {
    }

    /** What stands before the suffixes of a noun that ends so; null where nothing changes. */
    static @Nullable String worn(CharSequence noun) {
        int length = noun.length();
        if (length < SHORTEST) {
            return null;
        }
        char last = noun.charAt(length - 1);
        char before = noun.charAt(length - 2);
        if ((last == before && !Sounds.isVowel(last))
                || (last == 'д' && before == 'з' && noun.charAt(length - 3) == 'е')) {
            return noun.subSequence(0, length - 1).toString();
        }
        boolean cluster = (last == 'к' && before == 'с')
                || (last == 'т' && before == 'к' && Sounds.isVowel(noun.charAt(length - 3)));
        return cluster ? noun + "і" : null;
    }
}
