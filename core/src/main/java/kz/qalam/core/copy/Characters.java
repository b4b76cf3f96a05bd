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

    /** Marks that stand on the letter before them. */
    private static final UnicodeSet MARKS = new UnicodeSet("[:^ccc=0:]").freeze();

    /** Unicode's bound for a text that is put in order as it streams (UAX 15): no letter of any language bears more. */
    private static final int MOST_MARKS = 30;

    private Characters() {
    }

    /** The first code point that copy does not take, or null. */
    static @Nullable Integer refused(String text) {
        int at = REFUSED.span(text, SpanCondition.NOT_CONTAINED);
        int marked = overloaded(text);
        at = marked < 0 ? at : Math.min(at, marked);
        return at == text.length() ? null : text.codePointAt(at);
    }

    /**
     * Where a letter bears more marks than any language puts on one, or -1. Such a text takes minutes to put into NFC.
     */
    public static int overloaded(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            // halves of pairs are above this bound, so that pairs are looked at whole
            boolean mark = text.charAt(i) >= 0x300 && MARKS.contains(text.codePointAt(i));
            if (mark && ++marks > MOST_MARKS) {
                return i;
            }
            if (!mark) {
                marks = 0;
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        return -1;
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
