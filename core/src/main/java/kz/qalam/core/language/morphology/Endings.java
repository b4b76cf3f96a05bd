package kz.qalam.core.language.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Whether what follows a stem may be suffixes of Kazakh, by the one table of them: «Байден» is the stem of «Байденге» and of
 * «Байденшіл», «ким» is none of «кимоно». Nothing is asked of the stem, which may be any name. Safe for any number of threads.
 */
public final class Endings {

    private static final int STEPS = 2_000;

    private static final class Shipped {
        static final Endings ENDINGS = new Endings(Suffixes.read());
    }

    private final Suffixes suffixes;
    private final int noun;
    private final int verb;
    private final Set<Integer> bareStates;
    private final List<char[]> nouns = new ArrayList<>();
    private final List<char[]> verbs = new ArrayList<>();

    /** By the table of this version. */
    public static Endings shipped() {
        return Shipped.ENDINGS;
    }

    private Endings(Suffixes suffixes) {
        this.suffixes = suffixes;
        noun = suffixes.stateOf("n");
        verb = suffixes.stateOf("v");
        bareStates = Set.of(verb, suffixes.stateOf("vv"), suffixes.stateOf("ng"));
        derivations();
    }

    /** As each suffix of the table of derivations sounds, whatever stands before it. */
    private void derivations() {
        Rows.each("/kz/qalam/core/language/proofing/derivations.tsv", row -> {
            List<char[]> sounded = row[1].equals("v") ? verbs : nouns;
            for (int ending = 0; ending < Sounds.ENDINGS; ending++) {
                for (int harmony = 0; harmony < 2; harmony++) {
                    char[] letters = Suffixes.sounding(row[0], ending, harmony).toCharArray();
                    if (sounded.stream().noneMatch(known -> Arrays.equals(known, letters))) {
                        sounded.add(letters);
                    }
                }
            }
        });
    }

    /**
     * Whether the letters behind a stem are suffixes that may stand in this order, each as it sounds after the one before it.
     * To a stem both harmonies are open, because nobody knows how a foreign name is said.
     *
     * @param word in lower case, of which {@code length} letters count
     * @param stem its length; a word that is no longer has nothing behind it, and that may stand
     */
    public boolean follow(char[] word, int stem, int length) {
        if (stem == length) {
            return true;
        }
        if (length > Analyser.LONGEST) {
            return false;
        }
        Walk walk = new Walk(Arrays.copyOf(word, length), stem);
        // Loan words in -ст lose the т before a suffix: журналист, журналистер
        return walk.reaches(length) || (stem > 3 && word[stem - 1] == 'т' && word[stem - 2] == 'с'
                && new Walk(Arrays.copyOf(word, length), stem - 1).reaches(length));
    }

    /** One word being taken apart, from its end to its stem. */
    private final class Walk {

        private final char[] letters;
        private final int stem;
        private int steps;
        /** Whether the word would be the stem of a verb, as it commands. */
        private boolean bare;

        Walk(char[] letters, int stem) {
            this.letters = letters;
            this.stem = stem;
        }

        boolean reaches(int length) {
            for (int state = 0; state < suffixes.states(); state++) {
                bare = bareStates.contains(state);
                if (back(length, state)) {
                    return true;
                }
            }
            return false;
        }

        private boolean back(int end, int state) {
            boolean word = state == noun || state == verb;
            if (end == stem) {
                return word;
            }
            if (++steps > STEPS) {
                return false;
            }
            for (Suffixes.Sounding sounding : suffixes.endingIn(state, letters[end - 1])) {
                int start = end - sounding.letters().length;
                if (start >= stem && sounding.lost() == Suffixes.Sounding.NOTHING && stands(sounding.letters(), start)
                        && before(start, sounding)) {
                    return true;
                }
            }
            return word && derived(end, state);
        }

        /** A word made of a noun; a verb so made, and no more than a command, is not taken for one: «билет» is no form of «би». */
        private boolean derived(int end, int state) {
            if (state == verb && bare) {
                return false;
            }
            for (char[] derivation : state == verb ? verbs : nouns) {
                int start = end - derivation.length;
                if (start >= stem && stands(derivation, start) && (start == stem || back(start, noun))) {
                    return true;
                }
            }
            return false;
        }

        private boolean stands(char[] suffix, int start) {
            for (int i = 0; i < suffix.length; i++) {
                if (suffix[i] != letters[start + i]) {
                    return false;
                }
            }
            return true;
        }

        /** A suffix's last letter is softened before a vowel: -лық, -лығы. */
        private boolean before(int start, Suffixes.Sounding sounding) {
            int state = sounding.suffix().before();
            int soft = start > stem && sounding.vowel() ? "бгғ".indexOf(letters[start - 1]) : -1;
            if (soft >= 0) {
                char own = letters[start - 1];
                letters[start - 1] = "пкқ".charAt(soft);
                boolean reached = fits(start, sounding) && back(start, state);
                letters[start - 1] = own;
                if (reached) {
                    return true;
                }
            }
            return fits(start, sounding) && back(start, state);
        }

        private boolean fits(int start, Suffixes.Sounding sounding) {
            int ending = Sounds.ending(letters, start);
            int harmony = Sounds.harmony(letters, start);
            boolean either = start == stem || (harmony & Sounds.UNSURE) != 0;
            int open = Suffixes.bit(ending, harmony) | (either ? Suffixes.bit(ending, harmony ^ 1) : 0);
            if (start == stem && (letters[start - 1] == 'и' || letters[start - 1] == 'ю')) {
                open |= Suffixes.bit(Sounds.VOWEL, Sounds.BACK) | Suffixes.bit(Sounds.VOWEL, Sounds.FRONT);
            }
            return (sounding.fits() & open) != 0;
        }
    }
}
