package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A node of the body being read: ProseMirror's {@code type}, {@code attrs}, {@code content} and {@code marks}. */
final class Node {

    /** No limit of its own: blocks are counted over the whole body, and all else by its bytes. */
    private static final int ANY = Integer.MAX_VALUE;

    private final Place place;
    private final Fields fields;
    private final String type;
    private final Fields attrs;
    private final int listsAround;

    private Node(Place place, int listsAround) {
        this.place = place;
        this.fields = place.fields();
        this.type = fields.get("type").text(1, 40);
        this.attrs = fields.get("attrs").fields();
        this.listsAround = listsAround;
    }

    /** Reads the document node at the root of a body. */
    static List<Block> document(Place place) {
        if (place.isAbsent()) {
            return List.of();
        }
        Node document = new Node(place, 0);
        if (!document.type.equals("doc")) {
            document.place.problem("unknown-node");
            return List.of();
        }
        List<Block> blocks = document.blocks(Schema.BLOCKS, 0);
        document.refuseOthers();
        return blocks;
    }

    /** How many lists stand around this node. */
    int listsAround() {
        return listsAround;
    }

    void problem(String key, Object... args) {
        place.problem(key, args);
    }

    /** Leaves the content unread, where it stands too deep to be read safely. */
    void passOver() {
        fields.get("content");
    }

    Fields attrs() {
        return attrs;
    }

    /** The text of a text node. */
    Place text() {
        return fields.get("text");
    }

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Place item : fields.get("marks").items(0, Schema.MARKS.size())) {
            Fields mark = item.fields();
            String name = mark.get("type").text(1, 40);
            Function<Fields, Mark> read = Schema.MARKS.get(name);
            if (read == null) {
                item.problem("unknown-mark");
                continue;
            }
            if (!types.add(name)) {
                item.problem("repeated");
            }
            Fields of = mark.get("attrs").fields();
            marks.add(read.apply(of));
            of.refuseOthers();
            mark.refuseOthers();
        }
        return marks;
    }

    List<Inline> inline() {
        return content(Schema.INLINE, 0, ANY);
    }

    List<Block> blocks(Map<String, Function<Node, Block>> known, int least) {
        return content(known, least, ANY);
    }

    /** The nodes within, each of a kind that may stand here. */
    <T> List<T> content(Map<String, Function<Node, T>> known, int least, int most) {
        return read(known, fields.get("content").items(least, most), listsAround);
    }

    /** The items of a list: whatever stands in them has one list more around it. */
    <T> List<T> itemsOfList(Map<String, Function<Node, T>> known) {
        return read(known, fields.get("content").items(1, ANY), listsAround + 1);
    }

    private static <T> List<T> read(Map<String, Function<Node, T>> known, List<Place> places, int listsAround) {
        List<T> all = new ArrayList<>(places.size());
        for (Place place : places) {
            Node node = new Node(place, listsAround);
            Function<Node, T> read = known.get(node.type);
            if (read == null) {
                node.problem(Schema.isKnown(node.type) ? "misplaced-node" : "unknown-node");
                continue;
            }
            if (Schema.BLOCKS.containsKey(node.type)) {
                place.reading().countBlock();
            }
            all.add(read.apply(node));
            node.refuseOthers();
        }
        return all;
    }

    private void refuseOthers() {
        attrs.refuseOthers();
        fields.refuseOthers();
    }
}
