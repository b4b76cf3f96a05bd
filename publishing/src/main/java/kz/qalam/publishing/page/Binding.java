package kz.qalam.publishing.page;

import kz.qalam.core.language.proofing.Hyphenation;

/**
 * Keeps together what no line of print may part: a dash and the word before it, № and its number, a sum and its ₸. A line
 * that begins with a dash is direct speech in Kazakh, and says so by its own mark. A long word, of which a narrow screen may not
 * take the whole, is given the places where Kazakh breaks it; shorter ones are not, so that hardly anything that is copied or
 * read aloud has a sign in it that nobody sees.
 */
final class Binding {
    private static final String BODY = "<body";
    private static final char TOGETHER = '\u00a0';
    /** Letters: some 19 of a headline are what 320 pixels take. */
    private static final int LONG = 15;

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
        return broken(changed ? new String(signs) : html, at);
    }

    private static String broken(String html, int at) {
        var broken = new StringBuilder();
        boolean inTag = false;
        int from = 0;
        int word = at;
        for (int i = at; i <= html.length(); i++) {
            char sign = i < html.length() ? html.charAt(i) : ' ';
            if (!inTag && Character.isLetter(sign)) {
                continue;
            }
            if (i - word >= LONG && !inTag) {
                broken.append(html, from, word)
                        .append(Hyphenation.of(html.substring(word, i), Hyphenation.SOFT_HYPHEN));
                from = i;
            }
            word = i + 1;
            if (sign == '<') {
                inTag = true;
            } else if (sign == '>') {
                inTag = false;
            }
        }
        return from == 0 ? html : broken.append(html, from, html.length()).toString();
    }

    /** Whether what stands before a space and what stands after it belong together. */
    private static boolean belongs(char left, char right) {
        return right == '–' || right == '—' || right == '₸' || left == '№';
    }
}
