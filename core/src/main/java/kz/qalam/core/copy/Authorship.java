package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * In which of a story's texts each passage of its newest stood first: who wrote what, word by word. A passage that moved, or
 * whose block was reworded around it, is still its first writer's.
 *
 * @param headline its passages
 * @param blocks those of each block of the newest body
 */
public record Authorship(List<Passage> headline, List<Passage> lead, List<List<Passage>> blocks) {

    /**
     * A stretch of one writer's.
     *
     * @param source the text, counted from 0 in the order that was given, in which it stood first
     */
    public record Passage(String text, List<Mark> marks, int source) {

        JsonNode json() {
            return Json.object().put("text", text).put("source", source);
        }
    }

    /** Words with, one for each, the text that each comes from. */
    private record Owned(List<Token> tokens, int[] sources) {

        static Owned by(List<Inline> printed, int source) {
            List<Token> tokens = Token.of(printed);
            int[] sources = new int[tokens.size()];
            Arrays.fill(sources, source);
            return new Owned(tokens, sources);
        }

        /** What these words became: those that stood before keep their source. */
        Owned became(List<Inline> printed, int source) {
            Owned now = by(printed, source);
            int[] before = Subsequence.of(tokens, now.tokens, Token::isWord);
            for (int i = 0; i < before.length; i++) {
                if (before[i] >= 0) {
                    now.sources[i] = sources[before[i]];
                }
            }
            return now;
        }

        List<Passage> passages() {
            List<Passage> passages = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= tokens.size(); i++) {
                if (i == tokens.size() || sources[i] != sources[from]
                        || !tokens.get(i).marks().equals(tokens.get(from).marks())) {
                    StringBuilder text = new StringBuilder();
                    tokens.subList(from, i).forEach(token -> text.append(token.text()));
                    passages.add(new Passage(text.toString(), tokens.get(from).marks(), sources[from]));
                    from = i;
                }
            }
            return passages;
        }
    }

    /** @param texts a story's texts, oldest first; at least one */
    public static Authorship of(List<Copy> texts) {
        Copy older = texts.get(0);
        Owned headline = Owned.by(Printed.text(older.headline()), 0);
        Owned lead = Owned.by(Printed.text(older.lead()), 0);
        List<Owned> blocks = older.body().stream().map(block -> Owned.by(block.printed(), 0)).toList();
        for (int source = 1; source < texts.size(); source++) {
            Copy newer = texts.get(source);
            headline = headline.became(Printed.text(newer.headline()), source);
            lead = lead.became(Printed.text(newer.lead()), source);
            blocks = blocks(older.body(), blocks, newer.body(), source);
            older = newer;
        }
        return new Authorship(headline.passages(), lead.passages(), blocks.stream().map(Owned::passages).toList());
    }

    private static List<Owned> blocks(List<Block> older, List<Owned> owned, List<Block> newer, int source) {
        Pairing pairing = Pairing.of(older, newer);
        return IntStream.range(0, newer.size()).mapToObj(n -> {
            int from = pairing.olderOf(n);
            if (from < 0) {
                return Owned.by(newer.get(n).printed(), source);
            }
            return older.get(from).equals(newer.get(n))
                    ? owned.get(from)
                    : owned.get(from).became(newer.get(n).printed(), source);
        }).toList();
    }

    /** Which texts still have passages in the newest, in their order. */
    public List<Integer> sources() {
        return IntStream.concat(IntStream.concat(sources(headline), sources(lead)),
                blocks.stream().flatMapToInt(Authorship::sources)).distinct().sorted().boxed().toList();
    }

    private static IntStream sources(List<Passage> passages) {
        return passages.stream().filter(passage -> !passage.text().isBlank()).mapToInt(Passage::source);
    }

    /** For programs: {@code {"headline":[{"text","source"}],"lead":[…],"blocks":[[…]]}}. */
    public JsonNode json() {
        ObjectNode json = Json.object();
        json.set("headline", Json.array(headline, Passage::json));
        json.set("lead", Json.array(lead, Passage::json));
        json.set("blocks", Json.array(blocks, passages -> Json.array(passages, Passage::json)));
        return json;
    }
}
