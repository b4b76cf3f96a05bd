package kz.qalam.publishing.page;

/**
 * Keeps a dash with the word before it, so that no line of print begins with one. A line that begins with a dash is direct
 * speech in Kazakh, and says so by its own mark.
 */
final class Dashes {
    private static final String BODY = "<body";
    private static final char TOGETHER = '\u00a0';

    private Dashes() {
    }

    /** @param html that our templates made: no sign of a tag stands bare in a text or an attribute */
    static String bound(String html) {
        int at = html.indexOf(BODY);
        if (at < 0) {
            return html;
        }
        StringBuilder bound = null;
        boolean inTag = false;
        int last = -1;
        for (int i = at; i < html.length(); i++) {
            char sign = html.charAt(i);
            if (sign == '<') {
                inTag = true;
            } else if (sign == '>') {
                inTag = false;
            } else if (!inTag) {
                if ((sign == '–' || sign == '—') && last >= 0 && html.charAt(last) == ' ') {
                    bound = bound == null ? new StringBuilder(html) : bound;
                    bound.setCharAt(last, TOGETHER);
                }
                last = i;
            }
        }
        return bound == null ? html : bound.toString();
    }
}
