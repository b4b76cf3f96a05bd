package kz.qalam.core.copy;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes JSON; an array that would be empty is left out of a node, as ProseMirror does. */
final class Json {

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode node(String type) {
        return object().put("type", type);
    }

    static <T> ObjectNode node(String type, List<T> content, Function<T, JsonNode> write) {
        return within(node(type), "content", content, write);
    }

    static ObjectNode node(String type, ObjectNode attrs) {
        ObjectNode node = node(type);
        node.set("attrs", attrs);
        return node;
    }

    static ObjectNode inline(ObjectNode node, List<Inline> content) {
        return within(node, "content", content, Inline::json);
    }

    static <T> ObjectNode within(ObjectNode node, String field, List<T> all, Function<T, JsonNode> write) {
        if (!all.isEmpty()) {
            node.set(field, array(all, write));
        }
        return node;
    }

    static <T> ArrayNode array(List<T> all, Function<T, JsonNode> write) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(all.size());
        all.forEach(one -> array.add(write.apply(one)));
        return array;
    }
}
