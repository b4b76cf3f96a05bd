package kz.qalam.core.copy;

/** A place in a line of text with a few whole words around it. */
public record Excerpt(String before, String found, String after) {

    private static final int AROUND = 60;

    /** @param end behind its last character; both within the text */
    public static Excerpt of(String text, int start, int end) {
        return new Excerpt(before(text, start), text.substring(start, end), after(text, end));
    }

    private static String before(String text, int at) {
        int from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - AROUND);
        boolean whole = from == 0 || text.charAt(from - 1) == '\n';
        int space = whole ? -1 : text.indexOf(' ', from);
        if (whole) {
            return text.substring(from, at);
        }
        return "…" + text.substring(space < 0 || space >= at ? at : space + 1, at);
    }

    private static String after(String text, int at) {
        int line = text.indexOf('\n', at);
        int end = line < 0 ? text.length() : line;
        int to = Math.min(end, at + AROUND);
        if (to == end) {
            return text.substring(at, to);
        }
        int space = text.lastIndexOf(' ', to);
        return (space <= at ? "" : text.substring(at, space)) + "…";
    }
}
