package kz.qalam.core.language.script;

import java.util.Set;

/**
 * Goes through running text, letting a writer turn its words and leaving alone what is not ours to spell: web and mail
 * addresses, hashtags and names after @.
 */
final class Walk {

    /** Turns what is written in the source's letters; everything else is copied or turned sign by sign. */
    interface Turner {

        Letters letters();

        void word(String text, int from, int to, StringBuilder out);

        void sign(String text, int at, StringBuilder out);
    }

    private static final String LEADING = "([{«“„\"'‘<—–-";
    private static final String TRAILING = ".,;:!?…)]}»”\"'’>،؛؟";
    private static final Set<String> CYRILLIC_DOMAINS = Set.of("қаз", "рф", "бел", "укр");

    private Walk() {
    }

    static String through(String text, Turner turner) {
        int length = text.length();
        StringBuilder out = new StringBuilder(length + length / 4 + 16);
        int at = 0;
        while (at < length) {
            int end = at;
            boolean suspicious = false;
            for (; end < length && !Character.isWhitespace(text.charAt(end)); end++) {
                char sign = text.charAt(end);
                suspicious |= sign == '@' || sign == '#' || sign == '.' || sign == '/';
            }
            int from = at;
            int to = end;
            if (suspicious) {
                while (from < end && LEADING.indexOf(text.charAt(from)) >= 0) {
                    from++;
                }
                while (to > from && TRAILING.indexOf(text.charAt(to - 1)) >= 0) {
                    to--;
                }
            }
            if (suspicious && isAddress(text, from, to)) {
                turn(text, at, from, turner, out);
                out.append(text, from, to);
                turn(text, to, end, turner, out);
            } else {
                turn(text, at, end, turner, out);
            }
            if (end < length) {
                out.append(text.charAt(end));
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static void turn(String text, int from, int to, Turner turner, StringBuilder out) {
        Letters letters = turner.letters();
        for (int at = from; at < to;) {
            if (letters.has(text.charAt(at))) {
                int end = at + 1;
                while (end < to && (letters.has(text.charAt(end)) || Letters.isMark(text.charAt(end)))) {
                    end++;
                }
                turner.word(text, at, end, out);
                at = end;
            } else {
                turner.sign(text, at++, out);
            }
        }
    }

    private static boolean isAddress(String text, int from, int to) {
        if (from == to) {
            return false;
        }
        char first = text.charAt(from);
        if (first == '#' || first == '@') {
            return to > from + 1;
        }
        if (text.startsWith("www.", from)) {
            return true;
        }
        for (int at = from + 1; at < to - 1; at++) {
            char sign = text.charAt(at);
            if (sign == '/') {
                return text.startsWith("://", at - 1) && at + 2 < to;
            }
            boolean within = Character.isLetterOrDigit(text.charAt(at - 1))
                    && Character.isLetterOrDigit(text.charAt(at + 1));
            if (within && (sign == '@' || (sign == '.' && isDomain(text, at + 1, to)))) {
                return true;
            }
        }
        return false;
    }

    /** The last part of a name such as qalam.kz: Latin letters, or one of the few Cyrillic ones. */
    private static boolean isDomain(String text, int from, int to) {
        int end = from;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean ends = end == to || "/:?-".indexOf(text.charAt(end)) >= 0;
        if (!ends || end - from < 2 || end - from > 24) {
            return false;
        }
        boolean latin = true;
        for (int at = from; at < end; at++) {
            latin &= text.charAt(at) < 0x80;
        }
        return latin || CYRILLIC_DOMAINS.contains(text.substring(from, end));
    }
}
