package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A subhead.
 *
 * @param level 2 or 3; level 1 is the headline
 */
public record Heading(int level, List<Inline> content) implements Block {

    public Heading {
        content = Inline.joined(content);
    }

    static Heading read(Node node) {
        return new Heading(node.attrs().get("level").number(2, 3), node.inline());
    }

    @Override
    public String type() {
        return "heading";
    }

    @Override
    public List<Inline> printed() {
        return content;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("level", Integer.toString(level));
    }

    @Override
    public JsonNode json() {
        return Json.inline(Json.node(type(), Json.object().put("level", level)), content);
    }
}
