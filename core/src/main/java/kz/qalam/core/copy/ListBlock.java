package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A list; lists stand in one another at most three deep.
 *
 * @param ordered numbered, rather than with bullets
 * @param items at least one
 */
public record ListBlock(boolean ordered, List<Item> items) implements Block {

    private static final int DEEPEST = 3;

    public ListBlock {
        items = List.copyOf(items);
    }

    /**
     * An item.
     *
     * @param content a paragraph, then paragraphs and lists
     */
    public record Item(List<Block> content) {

        public Item {
            content = List.copyOf(content);
        }

        static Item read(Node node) {
            List<Block> content = node.blocks(Schema.IN_LISTS, 1);
            if (!content.isEmpty() && !content.get(0).type().equals("paragraph")) {
                node.problem("no-paragraph");
            }
            return new Item(content);
        }

        String shape() {
            return content.stream().map(block -> block.details().getOrDefault("shape", "¶"))
                    .collect(joining("", "(", ")"));
        }

        JsonNode json() {
            return Json.node("list_item", content, Block::json);
        }
    }

    static ListBlock readBullets(Node node) {
        return read(node, false);
    }

    static ListBlock readOrdered(Node node) {
        return read(node, true);
    }

    private static ListBlock read(Node node, boolean ordered) {
        if (node.listsAround() >= DEEPEST) {
            node.problem("too-deep", DEEPEST);
            node.passOver();
            return new ListBlock(ordered, List.of());
        }
        return new ListBlock(ordered, node.itemsOfList(Map.of("list_item", Item::read)));
    }

    @Override
    public String type() {
        return ordered ? "ordered_list" : "bullet_list";
    }

    @Override
    public List<Inline> printed() {
        return Printed.lines(items.stream().flatMap(item -> item.content().stream()).map(Block::printed));
    }

    @Override
    public Map<String, String> details() {
        return Map.of("shape", (ordered ? "1." : "•") + items.stream().map(Item::shape).collect(joining()));
    }

    @Override
    public JsonNode json() {
        return Json.node(type(), items, Item::json);
    }
}
