package kz.qalam.core.language.script;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.morphology.Endings;

/** Writes Kazakh Cyrillic in the Arabic letters of töte jazu. */
public final class Arabic {

    /** Stands before a word of front vowels. Not U+0675 to U+0678, which Unicode discourages. */
    public static final char HAMZA = '\u0674';

    private static final String PUNCTUATION = ",;?%";
    private static final String TURNED = "،؛؟٪";

    private static final int FRONT = 1;
    private static final int MARKED = 2;
    private static final int BACK = 4;

    private final Rules rules;
    private final Lexicon lexicon;
    private final Exceptions exceptions;
    private final Remembered remembered = new Remembered();
    private final String vowels;
    private final byte[] kinds = new byte[Letters.CYRILLIC.last() - Letters.CYRILLIC.first() + 1];

    private static final class Usual {

        private static final Arabic ARABIC = new Arabic(Arabic.lexicon());
    }

    /** @param lexicon the words whose spelling does not follow from their letters */
    public Arabic(Lexicon lexicon) {
        this(new Rules("arabic.tsv", Letters.CYRILLIC, 3), lexicon, Exceptions.NONE);
    }

    private Arabic(Rules rules, Lexicon lexicon, Exceptions exceptions) {
        this.rules = rules;
        this.lexicon = lexicon;
        this.exceptions = exceptions;
        Map<String, String> classes = Rules.classes();
        this.vowels = Objects.requireNonNull(classes.get("V"));
        mark(classes, "front", FRONT);
        mark(classes, "marked", MARKED);
        mark(classes, "back", BACK);
    }

    /** The same with a newsroom's exceptions, which win over all else. */
    public Arabic with(Exceptions own) {
        return new Arabic(rules, lexicon, own);
    }

    private void mark(Map<String, String> classes, String name, int kind) {
        for (char letter : Objects.requireNonNull(classes.get(name)).toCharArray()) {
            kinds[letter - Letters.CYRILLIC.first()] |= (byte) kind;
        }
    }

    /** With the words that come with Qalam. */
    public static Arabic usual() {
        return Usual.ARABIC;
    }

    /** The names that come with Qalam; behind one stand suffixes or nothing. */
    public static Lexicon lexicon() {
        return Lexicon.table("arabic-words.tsv",
                (word, letters, length) -> Endings.shipped().follow(word, letters, length));
    }

    /**
     * The text in Arabic letters, of any length, in the order in which it is read. The comma, semicolon, question mark and
     * per cent sign turn; figures stay European, as do a comma between figures, addresses, and everything that is not Cyrillic.
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
            return entry.arabic();
        }

        @Override
        void written(String word, char[] small, int length, int letters, String written, StringBuilder out) {
            out.append(written);
            rules.write(small, letters, length, (taken, letter) -> out.append(letter));
        }

        @Override
        void read(String word, char[] small, int length, Beginnings.@Nullable Found<String> found, StringBuilder out) {
            if (found == null) {
                write(small, length, out);
            } else {
                char[] read = (found.told() + new String(small, found.letters(), length - found.letters()))
                        .toCharArray();
                write(read, read.length, out);
            }
        }

        private void write(char[] word, int length, StringBuilder out) {
            if (hasHamza(word, length)) {
                out.append(HAMZA);
            }
            rules.write(word, 0, length, (letters, written) -> out.append(written));
        }

        @Override
        public void sign(String text, int at, StringBuilder out) {
            char sign = text.charAt(at);
            int turned = PUNCTUATION.indexOf(sign);
            boolean withinNumber = sign == ',' && at > 0 && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            out.append(turned < 0 || withinNumber ? sign : TURNED.charAt(turned));
        }
    }

    private boolean hasHamza(char[] word, int length) {
        int last = -1;
        int fronts = 0;
        boolean back = false;
        boolean soft = false;
        for (int i = 0; i < length; i++) {
            int kind = Letters.CYRILLIC.has(word[i]) ? kinds[word[i] - Letters.CYRILLIC.first()] : 0;
            if ((kind & MARKED) != 0) {
                return false;
            }
            if ((kind & FRONT) != 0) {
                fronts++;
                last = i;
            }
            back |= (kind & BACK) != 0;
            soft |= word[i] == 'ь';
        }
        boolean foreignStem = fronts == 1 && back && !soft && last == length - 1 && word[last] == 'і' && length > 1
                && vowels.indexOf(word[last - 1]) < 0;
        return fronts > 0 && !foreignStem;
    }
}
