package kz.qalam.core.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.qalam.core.language.proofing.WrongLetters;

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
            String ascii = Romanised.word(WrongLetters.repaired(bare(word.group())).toLowerCase(Locale.ROOT));
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
}
