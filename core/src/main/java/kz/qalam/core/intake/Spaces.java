package kz.qalam.core.intake;

/** White space of every width, no-break spaces and byte order marks among it. */
final class Spaces {

    private Spaces() {
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Stripped, and each run of white space within as one space. */
    static String single(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (char c : strip(text).toCharArray()) {
            if (!isSpace(c)) {
                single.append(c);
            } else if (single.charAt(single.length() - 1) != ' ') {
                single.append(' ');
            }
        }
        return single.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
