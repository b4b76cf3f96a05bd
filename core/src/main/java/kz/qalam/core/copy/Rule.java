package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A line across the page. */
public record Rule() implements Block {

    static Rule read(Node node) {
        return new Rule();
    }

    @Override
    public String type() {
        return "rule";
    }

    @Override
    public List<Inline> printed() {
        return List.of();
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public JsonNode json() {
        return Json.node(type());
    }
}
