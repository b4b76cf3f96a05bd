package kz.qalam.core.language;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;

/** The order of words. The JDK's own Kazakh order is wrong (ә, ғ, қ … after я); ICU's is the alphabet's. */
public final class Collation {

    /** By the Kazakh alphabet, accents and case last; never equal for two different texts. */
    public static final Comparator<String> KAZAKH = byAlphabet();

    /** The order of the Latin alphabets of 2021, where ICU knows none; Cyrillic and Arabic letters as ever. */
    private static final String LATIN_RULES = "&a<ä<<<Ä &g<ğ<<<Ğ &h<ı<<<I<i<<<İ &k<q<<<Q &n<ñ<<<Ñ<<ŋ<<<Ŋ &o<ö<<<Ö"
            + " &s<ş<<<Ş &u<ū<<<Ū<ü<<<Ü";

    private static final Pattern KAZAKH_LATIN = Pattern.compile("[äğıñŋöşūüÄĞİÑŊÖŞŪÜ]");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private Collation() {
    }

    /** The order for these words: by the Kazakh alphabet of the script in which they are written. */
    public static Comparator<String> of(List<String> words) {
        if (words.stream().anyMatch(word -> KAZAKH_LATIN.matcher(word).find())) {
            return InLatin.ORDER;
        }
        return words.stream().anyMatch(word -> ARABIC.matcher(word).find()) ? InArabic.ORDER : KAZAKH;
    }

    private static final class InLatin {

        static final Comparator<String> ORDER = ordered(tailored("kk", LATIN_RULES));
    }

    private static final class InArabic {

        // A hamza is no letter of its own in a word, but in the alphabet it stands last.
        static final Comparator<String> ORDER = ordered(tailored("kk-Arab", "&ي<ء<<ٴ"));
    }

    private static Collator tailored(String language, String more) {
        RuleBasedCollator known = (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag(language));
        try {
            return new RuleBasedCollator(known.getRules() + more).freeze();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Comparator<String> byAlphabet() {
        return ordered(Collator.getInstance(ULocale.forLanguageTag("kk")).freeze());
    }

    private static Comparator<String> ordered(Collator alphabet) {
        return ((Comparator<String>) alphabet::compare).thenComparing(Comparator.naturalOrder());
    }
}
