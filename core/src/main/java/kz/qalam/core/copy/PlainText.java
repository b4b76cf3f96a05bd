package kz.qalam.core.copy;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.Invalid;

/** Short texts beside a story: notes to readers, notes of reviewers, reasons. The same characters as copy, no marks. */
public final class PlainText {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*(\\r\\n?|\\n)");

    private PlainText() {
    }

    /**
     * One line: trimmed, inner white space folded.
     *
     * @param pointer where it stands in what was sent
     * @param most characters
     * @return absent when there is nothing in it
     * @throws Invalid when it is longer, or has characters that copy does not take
     */
    public static @Nullable String line(String pointer, @Nullable String text, int most) {
        return text == null ? null : checked(pointer, SPACE.matcher(text).replaceAll(" ").strip(), most);
    }

    /** Several lines: like {@link #line}, with line ends kept. */
    public static @Nullable String lines(String pointer, @Nullable String text, int most) {
        return text == null ? null : checked(pointer, LINE_END.matcher(text).replaceAll("\n").strip(), most);
    }

    private static @Nullable String checked(String pointer, String text, int most) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > most) {
            throw Invalid.of(pointer, "too-long", most);
        }
        Integer refused = Characters.refused(text.replace("\n", ""));
        if (refused != null) {
            throw Invalid.of(pointer, "character", "U+%04X".formatted(refused));
        }
        return Characters.normal(text);
    }
}
