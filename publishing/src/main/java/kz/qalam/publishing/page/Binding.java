package kz.qalam.publishing.page;

/**
 * Keeps together what no line of print may part: a dash and the word before it, № and its number, a sum and its ₸, the
 * thousands of a number. A line that begins with a dash is direct speech in Kazakh, and says so by its own mark.
 */
final class Binding {
    private static final String BODY = "<body";
    private static final char TOGETHER = '\u00a0';
    private static final int GROUP = 3;

    private Binding() {
    }

    /** @param html that our templates made: no sign of a tag stands bare in a text or an attribute */
    static String of(String html) {
        int at = html.indexOf(BODY);
        if (at < 0) {
            return html;
        }
        StringBuilder bound = null;
        boolean inTag = false;
        int last = -1;
        int before = -1;
        for (int i = at; i < html.length(); i++) {
            char sign = html.charAt(i);
            if (sign == '<') {
                inTag = true;
            } else if (sign == '>') {
                inTag = false;
            } else if (!inTag) {
                if (before >= 0 && html.charAt(last) == ' ' && belongs(html, before, i)) {
                    bound = bound == null ? new StringBuilder(html) : bound;
                    bound.setCharAt(last, TOGETHER);
                }
                before = last;
                last = i;
            }
        }
        return bound == null ? html : bound.toString();
    }

    /** Whether what stands at one place and what stands at another, after a space, belong together. */
    private static boolean belongs(String html, int before, int after) {
        char left = html.charAt(before);
        char right = html.charAt(after);
        return right == '–' || right == '—' || right == '₸' || left == '№'
                || (isDigit(left) && isDigit(right) && digitsBefore(html, before) <= GROUP
                        && digitsFrom(html, after) == GROUP);
    }

    private static int digitsFrom(String html, int from) {
        int digits = 0;
        while (digits <= GROUP && from + digits < html.length() && isDigit(html.charAt(from + digits))) {
            digits++;
        }
        return digits;
    }

    private static int digitsBefore(String html, int upTo) {
        int digits = 0;
        while (digits <= GROUP && isDigit(html.charAt(upTo - digits))) {
            digits++;
        }
        return digits;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
