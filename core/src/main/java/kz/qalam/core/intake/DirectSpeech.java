package kz.qalam.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Break;
import kz.qalam.core.copy.Inline;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.core.language.proofing.WrongLetters;

/**
 * Direct speech in raw text: a line that begins with a dash, «– words, – деді who.», whatever dash was typed. Nothing
 * is lost: what copy prints of it differs from the line in its dashes at most.
 */
final class DirectSpeech {

    private static final int MOST_IN_TAIL = 500;

    /** A dash, or a hyphen or minus that stands apart, for a number may have its sign. */
    private static final Pattern START = Pattern
            .compile("(?:[–—―‒]\\h*(?=[\\p{L}\\p{Ps}\\p{Pi}\"'])|[–—―‒−-]\\h+)(?=\\S)");

    private static final String DASH = "(?:\\h{0,9}[–—―‒]\\h{0,9}|\\h{1,9}[−-]\\h{1,9})";

    /** The dash before «деді …» and its kin. */
    private static final Pattern SAID = Pattern.compile(
            DASH + "(?=де(?:ді|дім|дік|йді|ймін|йміз|йтін|п|пті|ген|генді|гені|генін|геніне|се|сек|седі|сті)(?!\\p{L}))");

    /** The dash before any other verb of saying: behind a comma or mark, with one plain clause after it. */
    private static final Pattern ADDED = Pattern
            .compile("(?<=[,!?…])" + DASH + "(?=\\p{Ll}[^–—―‒.!?…]{2,120}[.!?…]?$)");

    private DirectSpeech() {
    }

    static boolean beginsIn(String line) {
        return START.matcher(line).lookingAt();
    }

    /** The line as direct speech, or nothing where it is none. */
    static @Nullable Speech read(String line) {
        return read(List.of(new Text(line)));
    }

    /** As {@link #read(String)}; marks stay on what was said, and who said it is set apart only where it has none. */
    static @Nullable Speech read(List<Inline> line) {
        String text = Inline.text(line);
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            return null;
        }
        // «дедi» with a Latin i; places are counted in what was typed
        String repaired = WrongLetters.repaired(text);
        Matcher dash = SAID.matcher(repaired.length() == text.length() ? repaired : text)
                .region(start.end(), text.length());
        if (dash.find() || dash.usePattern(ADDED).region(start.end(), text.length()).find()) {
            List<Inline> words = between(line, start.end(), dash.start());
            List<Inline> tail = between(line, dash.end(), text.length());
            if (!words.isEmpty() && isPlain(tail)) {
                return new Speech(words, Inline.text(tail));
            }
        }
        return new Speech(between(line, start.end(), text.length()), "");
    }

    /** Whether the line says who speaks. */
    static boolean isToldIn(String line) {
        Speech speech = read(line);
        return speech != null && !speech.tail().isEmpty();
    }

    private static boolean isPlain(List<Inline> tail) {
        String text = Inline.text(tail);
        return tail.stream().allMatch(piece -> piece != Break.LINE && piece.marks().isEmpty())
                && text.codePointCount(0, text.length()) <= MOST_IN_TAIL;
    }

    private static List<Inline> between(List<Inline> line, int start, int end) {
        List<Inline> cut = new ArrayList<>();
        int at = 0;
        for (Inline piece : line) {
            int length = piece.text().length();
            int from = Math.max(start - at, 0);
            int to = Math.min(end - at, length);
            if (from < to) {
                cut.add(piece == Break.LINE ? piece : new Text(piece.text().substring(from, to), piece.marks()));
            }
            at += length;
        }
        return cut;
    }
}
