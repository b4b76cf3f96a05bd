package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Direct speech as Kazakh news prints it: «– words – tail». Words and tail keep their own punctuation; the dashes belong
 * to whoever prints it.
 *
 * @param words what was said, with the comma or mark before the second dash: «Біз бұл күнді көп күттік,»
 * @param tail who said it, with its full stop: «деді қала әкімі.»; may be empty, at most 500 characters
 */
public record Speech(List<Inline> words, String tail) implements Block {

    static final String DASH = "– ";
    static final String SECOND_DASH = " – ";

    private static final int MOST_IN_TAIL = 500;

    public Speech {
        words = Inline.joined(words);
        tail = Characters.normal(tail);
    }

    static Speech read(Node node) {
        return new Speech(node.inline(), node.attrs().get("tail").text(MOST_IN_TAIL));
    }

    @Override
    public String type() {
        return "speech";
    }

    @Override
    public List<Inline> printed() {
        List<Inline> printed = new ArrayList<>(words.size() + 2);
        printed.add(new Text(DASH));
        printed.addAll(words);
        if (!tail.isEmpty()) {
            printed.add(new Text(SECOND_DASH + tail));
        }
        return Inline.joined(printed);
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public JsonNode json() {
        return Json.inline(Json.node(type(), Json.object().put("tail", tail)), words);
    }
}
