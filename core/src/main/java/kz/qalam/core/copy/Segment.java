package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A stretch of compared text. Stretches that are the same or removed make up the older text, those that are the same or
 * added the newer one; between two that are the same, what was removed comes before what was added.
 *
 * @param marks the marks of the stretch: where only these changed, the text stands removed with the old and added with the
 *     new
 */
public record Segment(Kind kind, String text, List<Mark> marks) {

    /** On which side the stretch stands. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** The word-level difference of two printed texts. */
    static List<Segment> between(List<Inline> older, List<Inline> newer) {
        List<Token> olderTokens = Token.of(older);
        List<Token> newerTokens = Token.of(newer);
        int[] olderOf = Subsequence.of(olderTokens, newerTokens, Token::isWord);
        dropLoneSpaces(olderOf, newerTokens);
        Run run = new Run();
        int o = 0;
        for (int n = 0; n < newerTokens.size(); n++) {
            if (olderOf[n] < 0) {
                run.added.add(newerTokens.get(n));
                continue;
            }
            run.removed.addAll(olderTokens.subList(o, olderOf[n]));
            run.same(newerTokens.get(n));
            o = olderOf[n] + 1;
        }
        run.removed.addAll(olderTokens.subList(o, olderTokens.size()));
        return run.finish();
    }

    /** A space alone between two changes is no common ground: «one two» that becomes «three four» is one change. */
    private static void dropLoneSpaces(int[] olderOf, List<Token> newer) {
        for (int n = 0; n < olderOf.length; n++) {
            if (olderOf[n] >= 0 && newer.get(n).isSpace() && (n == 0 || olderOf[n - 1] != olderOf[n] - 1)
                    && (n == olderOf.length - 1 || olderOf[n + 1] != olderOf[n] + 1)) {
                olderOf[n] = -1;
            }
        }
    }

    JsonNode json() {
        ObjectNode json = Json.object().put("kind", kind.name().toLowerCase(Locale.ROOT)).put("text", text);
        return Json.within(json, "marks", marks, Mark::json);
    }

    /** Gathers what changed until something is the same again. */
    private static final class Run {

        final List<Token> removed = new ArrayList<>();
        final List<Token> added = new ArrayList<>();
        private final List<Segment> segments = new ArrayList<>();
        private final List<Token> same = new ArrayList<>();

        void same(Token token) {
            if (!removed.isEmpty() || !added.isEmpty()) {
                flush();
            }
            same.add(token);
        }

        List<Segment> finish() {
            flush();
            return List.copyOf(segments);
        }

        private void flush() {
            append(Kind.SAME, same);
            append(Kind.REMOVED, removed);
            append(Kind.ADDED, added);
        }

        private void append(Kind kind, List<Token> tokens) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < tokens.size(); i++) {
                text.append(tokens.get(i).text());
                if (i == tokens.size() - 1 || !tokens.get(i + 1).marks().equals(tokens.get(i).marks())) {
                    segments.add(new Segment(kind, text.toString(), tokens.get(i).marks()));
                    text.setLength(0);
                }
            }
            tokens.clear();
        }
    }
}
