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
    private final Exceptions exceptions;
    private final Remembered remembered = new Remembered();

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
        this(alphabet, new Rules("latin.tsv", Letters.CYRILLIC, alphabet.column()), lexicon, Exceptions.NONE);
    }

    private Latin(Alphabet alphabet, Rules rules, Lexicon lexicon, Exceptions exceptions) {
        this.alphabet = alphabet;
        this.rules = rules;
        this.lexicon = lexicon;
        this.exceptions = exceptions;
    }

    /** The same with a newsroom's exceptions, which win over all else. */
    public Latin with(Exceptions own) {
        return new Latin(alphabet, rules, lexicon, own);
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
        return Walk.through(text, new Letterer());
    }

    private final class Letterer extends Turning {

        Letterer() {
            super(lexicon, exceptions, remembered);
        }

        @Override
        @Nullable
        String own(Exceptions.Entry entry) {
            return entry.latin();
        }

        @Override
        void written(String word, char[] small, int length, int letters, String written, StringBuilder out) {
            int begun = out.length();
            out.append(written);
            Cased.raise(word, 0, letters, out, begun, alphabet::capital);
            rules.write(small, letters, length, new Cased(word, letters, out, alphabet::capital));
        }

        @Override
        void read(String word, char[] small, int length, Beginnings.@Nullable Found<String> found, StringBuilder out) {
            int read = 0;
            if (found != null) {
                char[] letters = found.told().toCharArray();
                int begun = out.length();
                rules.write(letters, 0, letters.length, (taken, written) -> out.append(written));
                Cased.raise(word, 0, found.letters(), out, begun, alphabet::capital);
                read = found.letters();
            }
            rules.write(small, read, length, new Cased(word, read, out, alphabet::capital));
        }
    }
}
