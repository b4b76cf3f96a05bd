package kz.qalam.core.language;

import java.util.Comparator;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/** The order of words. The JDK's own Kazakh order is wrong (ә, ғ, қ … after я); ICU's is the alphabet's. */
public final class Collation {

    /** By the Kazakh alphabet, accents and case last; never equal for two different texts. */
    public static final Comparator<String> KAZAKH = byAlphabet();

    private Collation() {
    }

    private static Comparator<String> byAlphabet() {
        Collator alphabet = Collator.getInstance(ULocale.forLanguageTag("kk")).freeze();
        return ((Comparator<String>) alphabet::compare).thenComparing(Comparator.naturalOrder());
    }
}
