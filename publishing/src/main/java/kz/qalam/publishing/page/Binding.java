package kz.qalam.publishing.page;

/**
 * Keeps together what no line of print may part: a dash and the word before it, № and its number, a sum and its ₸. A line
 * that begins with a dash is direct speech in Kazakh, and says so by its own mark.
 */
final class Binding {
    private static final String BODY = "<body";
    private static final char TOGETHER = '\u00a0';

    private Binding() {
    }

    /** @param html that our templates made: no sign of a tag stands bare in a text or an attribute */
    static String of(String html) {
        int at = html.indexOf(BODY);
        return at < 0 ? html : bound(html, at);
    }

    /** Of a part of a page's body, from between two tags. */
    static String part(String html) {
        return bound(html, 0);
    }

    private static String bound(String html, int at) {
        var signs = html.toCharArray();
        boolean changed = false;
        boolean inTag = false;
        int last = -1;
        int before = -1;
        for (int i = at; i < signs.length; i++) {
            char sign = signs[i];
            if (sign == '<') {
                inTag = true;
            } else if (sign == '>') {
                inTag = false;
            } else if (!inTag) {
                if (before >= 0 && signs[last] == ' ' && belongs(signs[before], sign)) {
                    signs[last] = TOGETHER;
                    changed = true;
                }
                before = last;
                last = i;
            }
        }
        return changed ? new String(signs) : html;
    }

    /** Whether what stands before a space and what stands after it belong together. */
    private static boolean belongs(char left, char right) {
        return right == '–' || right == '—' || right == '₸' || left == '№';
    }
}
