package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Other stories worth reading.
 *
 * @param articles 1 to 20, none twice
 */
public record Related(List<UUID> articles) implements Block {

    private static final int MOST = 20;

    public Related {
        articles = List.copyOf(articles);
    }

    static Related read(Node node) {
        return new Related(node.attrs().get("articles").distinct(1, MOST, Place::id));
    }

    @Override
    public String type() {
        return "related";
    }

    @Override
    public List<Inline> printed() {
        return List.of();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("articles", articles.stream().map(UUID::toString).collect(joining(", ")));
    }

    @Override
    public JsonNode json() {
        var attrs = Json.object();
        attrs.set("articles", Json.array(articles, article -> TextNode.valueOf(article.toString())));
        return Json.node(type(), attrs);
    }
}
