package kz.qalam.core.copy;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A line break within a block. */
public enum Break implements Inline {
    LINE;

    /** The editor gives a break the marks around it. They say nothing of a break, so they are checked and not kept. */
    static Break read(Node node) {
        node.marks();
        return LINE;
    }

    @Override
    public String text() {
        return "\n";
    }

    @Override
    public List<Mark> marks() {
        return List.of();
    }

    @Override
    public JsonNode json() {
        return Json.node("hard_break");
    }
}
