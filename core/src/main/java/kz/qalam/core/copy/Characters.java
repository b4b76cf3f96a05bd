package kz.qalam.core.copy;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/** Which characters copy is written in: Unicode NFC, without those that hide something from the reader's eye. */
public final class Characters {

    /**
     * Controls and line separators (a line break is a node), halves of surrogate pairs, noncharacters, and the marks that
     * reorder text around them, with which a line can be made to read other than it is. Joiners and direction marks are
     * taken: Kazakh in Arabic script needs them.
     */
    private static final UnicodeSet REFUSED = new UnicodeSet(
            "[[:Cc:][:Cs:][:Zl:][:Zp:][:Noncharacter_Code_Point:][\\u202A-\\u202E][\\u2066-\\u2069]]").freeze();

    private Characters() {
    }

    /** The first code point that copy does not take, or null. */
    static @Nullable Integer refused(String text) {
        int at = REFUSED.span(text, SpanCondition.NOT_CONTAINED);
        return at == text.length() ? null : text.codePointAt(at);
    }

    /** Whether copy does not take this code point. */
    public static boolean isRefused(int character) {
        return REFUSED.contains(character);
    }

    static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Normal text, or null for none: an empty field and a missing one are the same. */
    static @Nullable String optional(@Nullable String text) {
        return text == null || text.isEmpty() ? null : normal(text);
    }
}
