package kz.qalam.core.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/** Makes the part of a story's address that is read by people: lower-case ASCII words joined by hyphens. */
public final class Slug {

    /** The most characters of a slug. */
    public static final int MOST = 80;

    /** What a text without a letter or figure is called: «story». */
    private static final String NAMELESS = "maqala";

    /** More than any slug can hold, in any script. */
    private static final int MOST_READ = 1_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\p{Cf}'’ʼ`]+");
    private static final Pattern SILENT = Pattern.compile("[\\p{Cf}'’ʼ`]");
    private static final Pattern NOT_IN_SLUGS = Pattern.compile("[^a-z0-9]+");

    /** Front words of töte jazu: with a hamza, or with one of the letters that make it needless (language notes, a2). */
    private static final Pattern FRONT_ARABIC = Pattern.compile("[ٴءەهكکگ]");

    private record Letter(String ascii, String otherwise, String after) {}

    private static final Map<Integer, Letter> LETTERS = new HashMap<>();
    private static final Map<String, String> BEGINNINGS = new HashMap<>();

    static {
        for (String[] row : Table.rows("slug-letters.tsv")) {
            LETTERS.put(row[0].codePointAt(0),
                    row.length == 2 ? new Letter(row[1], "", "") : new Letter(row[1], row[2], row[3]));
        }
        for (String[] row : Table.rows("slug-words.tsv")) {
            BEGINNINGS.put(row[0], row[1]);
        }
    }

    /** Scripts that are not Kazakh's; loaded when one is met, for it takes a while. */
    private static final class Foreign {

        static final Transliterator TO_ASCII = Transliterator
                .getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; [:^ASCII:] Remove; Any-Lower");
    }

    private Slug() {
    }

    /**
     * The slug of a headline in any script: Kazakh in Cyrillic, Latin or Arabic letters, Russian, and others as ICU
     * romanises them. Always {@code [a-z0-9]+(-[a-z0-9]+)*} of at most {@link #MOST} characters, cut between words where
     * there is more than one; {@code maqala} for a text without letters and figures.
     */
    public static String of(String text) {
        String read = Normalizer.normalize(text.substring(0, Math.min(text.length(), MOST_READ)), Normalizer.Form.NFKC);
        StringBuilder slug = new StringBuilder(MOST);
        for (String part : parts(read)) {
            if (slug.length() + (slug.isEmpty() ? 0 : 1) + part.length() > MOST) {
                if (slug.isEmpty()) {
                    slug.append(part, 0, MOST);
                }
                break;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(part);
        }
        return slug.isEmpty() ? NAMELESS : slug.toString();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find();) {
            String ascii = ascii(Homoglyphs.mended(bare(word.group())).toLowerCase(Locale.ROOT));
            for (String part : NOT_IN_SLUGS.split(bare(ascii))) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static String bare(String word) {
        return SILENT.matcher(word).replaceAll("");
    }

    private static String ascii(String word) {
        String read = spelledAsRead(word);
        StringBuilder ascii = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        int before = 0;
        for (int i = 0; i < read.length();) {
            int character = read.codePointAt(i);
            i += Character.charCount(character);
            Letter letter = LETTERS.get(character);
            if (letter == null && character >= 0x80 && !Character.isDigit(character)) {
                foreign.appendCodePoint(character);
            } else {
                appendForeign(ascii, foreign);
                ascii.append(letter == null
                        ? plain(character)
                        : letter.after.indexOf(before) >= 0 ? letter.otherwise : letter.ascii);
            }
            before = character;
        }
        appendForeign(ascii, foreign);
        return ascii.toString();
    }

    private static String spelledAsRead(String word) {
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (word.startsWith(beginning.getKey())) {
                return beginning.getValue() + word.substring(beginning.getKey().length());
            }
        }
        return FRONT_ARABIC.matcher(word).find() ? word.replace('ى', 'і') : word;
    }

    /** ASCII as it is, and a digit of any script as ours. */
    private static String plain(int character) {
        return character < 0x80 ? Character.toString(character) : Integer.toString(Character.digit(character, 10));
    }

    private static void appendForeign(StringBuilder ascii, StringBuilder foreign) {
        if (!foreign.isEmpty()) {
            ascii.append(Foreign.TO_ASCII.transliterate(foreign.toString()));
            foreign.setLength(0);
        }
    }
}
