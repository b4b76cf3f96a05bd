package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A paragraph. */
public record Paragraph(List<Inline> content) implements Block {

    public Paragraph {
        content = Inline.joined(content);
    }

    /** A paragraph of plain text; empty where there is none. */
    public Paragraph(String text) {
        this(List.of(new Text(text)));
    }

    static Paragraph read(Node node) {
        return new Paragraph(node.inline());
    }

    @Override
    public String type() {
        return "paragraph";
    }

    @Override
    public List<Inline> printed() {
        return content;
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public JsonNode json() {
        return Json.inline(Json.node(type()), content);
    }
}
