package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A pulled-out quotation.
 *
 * @param source whose words they are; may be empty, at most 300 characters
 */
public record Quote(List<Inline> content, String source) implements Block {

    private static final int MOST_IN_SOURCE = 300;

    public Quote {
        content = Inline.joined(content);
        source = Characters.normal(source);
    }

    static Quote read(Node node) {
        return new Quote(node.inline(), node.attrs().get("source").text(MOST_IN_SOURCE));
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public List<Inline> printed() {
        List<Inline> printed = new ArrayList<>(content);
        if (!source.isEmpty()) {
            printed.add(Break.LINE);
            printed.add(new Text(source));
        }
        return Inline.joined(printed);
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public JsonNode json() {
        return Json.inline(Json.node(type(), Json.object().put("source", source)), content);
    }
}
