package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A box beside the text: background, figures, a short biography.
 *
 * @param title may be empty, at most 300 characters
 * @param content any blocks but another factbox
 */
public record Factbox(String title, List<Block> content) implements Block {

    private static final int MOST_IN_TITLE = 300;

    public Factbox {
        title = Characters.normal(title);
        content = List.copyOf(content);
    }

    static Factbox read(Node node) {
        return new Factbox(node.attrs().get("title").text(MOST_IN_TITLE), node.blocks(Schema.IN_FACTBOX, 0));
    }

    @Override
    public String type() {
        return "factbox";
    }

    @Override
    public List<Inline> printed() {
        return Printed.lines(Stream.concat(Stream.of(Printed.text(title)), content.stream().map(Block::printed)));
    }

    @Override
    public Map<String, String> details() {
        return Map.of("shape", content.stream().map(Factbox::shape).collect(joining("; ")));
    }

    private static String shape(Block block) {
        String details = String.join(" ", block.details().values());
        return details.isEmpty() ? block.type() : block.type() + " " + details;
    }

    @Override
    public JsonNode json() {
        return Json.within(Json.node(type(), Json.object().put("title", title)), "content", content, Block::json);
    }
}
