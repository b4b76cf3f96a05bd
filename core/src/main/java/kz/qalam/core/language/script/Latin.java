package kz.qalam.core.language.script;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Writes Kazakh Cyrillic in Latin letters, with the spelling rules that go with them. */
public final class Latin {

    private final Alphabet alphabet;
    private final Rules rules;
    private final Lexicon lexicon;

    private static final class Usual {

        private static final Map<Alphabet, Latin> IN = new EnumMap<>(Alphabet.class);

        static {
            for (Alphabet alphabet : Alphabet.values()) {
                IN.put(alphabet, new Latin(alphabet, lexicon()));
            }
        }
    }

    /** @param lexicon the words whose spelling does not follow from their letters */
    public Latin(Alphabet alphabet, Lexicon lexicon) {
        this.alphabet = alphabet;
        this.rules = new Rules("latin.tsv", Letters.CYRILLIC, alphabet.column());
        this.lexicon = lexicon;
    }

    /** The April 2021 alphabet with the words that come with Qalam. */
    public static Latin usual() {
        return in(Alphabet.APRIL_2021);
    }

    /** An alphabet with the words that come with Qalam. */
    public static Latin in(Alphabet alphabet) {
        return Objects.requireNonNull(Usual.IN.get(alphabet));
    }

    /** The words that come with Qalam. */
    public static Lexicon lexicon() {
        return Lexicon.table("latin-words.tsv");
    }

    /**
     * The text in Latin letters, of any length. Web and mail addresses, hashtags and names after @ stay, as does everything
     * that is not Cyrillic.
     */
    public String of(String text) {
        return Walk.through(text, new Turning());
    }

    private final class Turning implements Walk.Turner {

        private char[] small = new char[32];

        @Override
        public Letters letters() {
            return Letters.CYRILLIC;
        }

        @Override
        public void word(String text, int from, int to, StringBuilder out) {
            String word = Letters.composed(text, from, to);
            int length = word.length();
            if (small.length < length) {
                small = new char[length * 2];
            }
            for (int i = 0; i < length; i++) {
                small[i] = Character.toLowerCase(word.charAt(i));
            }
            Lexicon.@Nullable Found found = lexicon.find(small, length);
            int read = 0;
            if (found != null) {
                char[] letters = found.read().toCharArray();
                int begun = out.length();
                rules.write(letters, 0, letters.length, (taken, written) -> out.append(written));
                Cased.raise(word, 0, found.letters(), out, begun, alphabet::capital);
                read = found.letters();
            }
            rules.write(small, read, length, new Cased(word, read, out, alphabet::capital));
        }

        @Override
        public void sign(String text, int at, StringBuilder out) {
            out.append(text.charAt(at));
        }
    }
}
