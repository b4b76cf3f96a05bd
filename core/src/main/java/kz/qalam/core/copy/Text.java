package kz.qalam.core.copy;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Text of one kind: Unicode NFC, without line breaks, its marks in their order. */
public record Text(String text, List<Mark> marks) implements Inline {

    public Text {
        text = Characters.normal(text);
        marks = Mark.ordered(marks);
    }

    public Text(String text, Mark... marks) {
        this(text, List.of(marks));
    }

    static Text read(Node node) {
        Place words = node.text();
        if (words.isEmpty()) {
            words.problem("empty");
        }
        return new Text(words.text(Copy.MOST_BYTES), node.marks());
    }

    @Override
    public JsonNode json() {
        return Json.within(Json.node("text").put("text", text), "marks", marks, Mark::json);
    }
}
