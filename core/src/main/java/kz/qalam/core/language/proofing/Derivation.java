package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** New words that suffixes make of known nouns: сервистік of сервис, пікірлес of пікір. */
final class Derivation {

    private static final String VOICED = "лмнңзж";
    private static final String OPEN = "аәеоөұүыіэяёрйуюи";

    /** @param sounds for which endings of the noun it is so written: vowel and the like, voiced, voiceless */
    private record Ending(String letters, String kind, boolean open, boolean voiced, boolean voiceless) {}

    private static final List<Ending> ENDINGS = endings();

    private Derivation() {
    }

    private static List<Ending> endings() {
        List<Ending> endings = new ArrayList<>();
        for (String[] row : Rows.of("derivations.tsv")) {
            for (String vowels : List.of("аық", "еік")) {
                String sounded = row[0].replace('A', vowels.charAt(0)).replace('I', vowels.charAt(1)).replace('K',
                        vowels.charAt(2));
                if (row[0].startsWith("L")) {
                    endings.add(new Ending(sounded.replace('L', 'л'), row[1], true, false, false));
                    endings.add(
                            new Ending(sounded.replaceFirst("L", "д").replace('L', 'л'), row[1], false, true, false));
                    endings.add(
                            new Ending(sounded.replaceFirst("L", "т").replace('L', 'л'), row[1], false, false, true));
                } else {
                    endings.add(new Ending(sounded, row[1], true, true, true));
                }
            }
        }
        return List.copyOf(endings);
    }

    /** Whether a noun of which the predicate knows makes this word. */
    static boolean makes(String word, String kind, Predicate<String> isNoun) {
        for (Ending ending : ENDINGS) {
            int end = word.length() - ending.letters().length();
            if (end >= 3 && ending.kind().equals(kind) && word.endsWith(ending.letters())) {
                char last = word.charAt(end - 1);
                boolean fits = OPEN.indexOf(last) >= 0
                        ? ending.open()
                        : VOICED.indexOf(last) >= 0 ? ending.voiced() : ending.voiceless();
                if (fits && Harmony.holds(word.substring(0, end), word) && isNoun.test(word.substring(0, end))) {
                    return true;
                }
            }
        }
        return false;
    }
}
