package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What changed from one copy to another. Blocks are matched first and then compared by words; a block that moved is a move
 * and not a loss here and a gain there. A body of 5,000 blocks takes at most some seconds, however it changed.
 *
 * @param fields the fields that changed, in the order in which they are read
 * @param blocks all blocks of both bodies, unchanged ones included: in the newer order, what was removed standing where it
 *     was
 */
public record Difference(List<FieldChange> fields, List<BlockChange> blocks) {

    /** What became of a field or a block. */
    public enum Change {
        UNCHANGED,
        ADDED,
        REMOVED,
        CHANGED,
        /** Stands elsewhere in the body; it may be reworded as well. */
        MOVED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something besides words that changed, as a heading's level or a picture's version; empty text for nothing.
     *
     * @param name {@code type}, or a name of {@link Block#details}, or of a field's part: {@code url}, {@code age} …
     */
    public record Detail(String name, String older, String newer) {

        static List<Detail> between(Map<String, String> older, Map<String, String> newer) {
            TreeSet<String> names = new TreeSet<>(older.keySet());
            names.addAll(newer.keySet());
            return names.stream()
                    .map(name -> new Detail(name, older.getOrDefault(name, ""), newer.getOrDefault(name, "")))
                    .filter(detail -> !detail.older.equals(detail.newer)).toList();
        }

        JsonNode json() {
            return Json.object().put("name", name).put("older", older).put("newer", newer);
        }
    }

    /**
     * A field that changed: ADDED where it was empty, REMOVED where it is now, else CHANGED.
     *
     * @param field its name in JSON
     */
    public record FieldChange(String field, Change change, List<Segment> segments, List<Detail> details) {

        static FieldChange between(Field field, Copy older, Copy newer) {
            boolean was = !field.text(older).isEmpty();
            boolean is = !field.text(newer).isEmpty();
            return new FieldChange(field.name(), was ? is ? Change.CHANGED : Change.REMOVED : Change.ADDED,
                    Segment.between(field.printed().apply(older), field.printed().apply(newer)),
                    Detail.between(field.details().apply(older), field.details().apply(newer)));
        }

        JsonNode json() {
            return parts(Json.object().put("field", field).put("change", change.code()), segments, details);
        }
    }

    /**
     * A block of either body or of both.
     *
     * @param older the block as it was; null for one that was added
     * @param newer the block as it is; null for one that was removed
     * @param from its place in the older body, from 0
     * @param to its place in the newer body, from 0
     * @param segments what it reads as, word by word
     */
    public record BlockChange(Change change, @Nullable Block older, @Nullable Block newer, @Nullable Integer from,
            @Nullable Integer to, List<Segment> segments, List<Detail> details) {

        static BlockChange added(Block block, int to) {
            return new BlockChange(Change.ADDED, null, block, null, to, Segment.between(List.of(), block.printed()),
                    List.of());
        }

        static BlockChange removed(Block block, int from) {
            return new BlockChange(Change.REMOVED, block, null, from, null, Segment.between(block.printed(), List.of()),
                    List.of());
        }

        static BlockChange lived(Block older, Block newer, int from, int to, boolean moved) {
            Change change = moved ? Change.MOVED : older.equals(newer) ? Change.UNCHANGED : Change.CHANGED;
            List<Segment> segments = Segment.between(older.printed(), newer.printed());
            return new BlockChange(change, older, newer, from, to, segments, details(older, newer));
        }

        /** Whether the newer block stands in the place of another: not the same one elsewhere. */
        public boolean isReplaced() {
            return older != null && newer != null && !older.equals(newer);
        }

        private static List<Detail> details(Block older, Block newer) {
            return Detail.between(typed(older), typed(newer));
        }

        private static Map<String, String> typed(Block block) {
            Map<String, String> details = new HashMap<>(block.details());
            details.put("type", block.type());
            return details;
        }

        JsonNode json() {
            ObjectNode json = Json.object().put("change", change.code());
            if (older != null) {
                json.put("from", from).put("type", older.type());
            }
            if (newer != null) {
                json.put("to", to).put("type", newer.type());
            }
            return parts(json, segments, details);
        }
    }

    /** The difference from an older copy to a newer one. */
    public static Difference between(Copy older, Copy newer) {
        List<FieldChange> fields = Field.ALL.stream().filter(field -> !field.isSame(older, newer))
                .map(field -> FieldChange.between(field, older, newer)).toList();
        return new Difference(fields, between(older.body(), newer.body()));
    }

    private static List<BlockChange> between(List<Block> older, List<Block> newer) {
        Pairing pairing = Pairing.of(older, newer);
        List<BlockChange> changes = new ArrayList<>();
        int o = 0;
        for (int n = 0; n < newer.size(); n++) {
            int from = pairing.olderOf(n);
            if (from >= 0 && !pairing.isMoved(n)) {
                addRemoved(changes, older, pairing, o, from);
                o = from + 1;
            }
            changes.add(from < 0
                    ? BlockChange.added(newer.get(n), n)
                    : BlockChange.lived(older.get(from), newer.get(n), from, n, pairing.isMoved(n)));
        }
        addRemoved(changes, older, pairing, o, older.size());
        return List.copyOf(changes);
    }

    private static void addRemoved(List<BlockChange> changes, List<Block> older, Pairing pairing, int from, int to) {
        for (int o = from; o < to; o++) {
            if (!pairing.livesOn(o)) {
                changes.add(BlockChange.removed(older.get(o), o));
            }
        }
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return fields.isEmpty() && blocks.stream().allMatch(block -> block.change() == Change.UNCHANGED);
    }

    /**
     * For programs: {@code {"fields":[{"field","change","segments","details"}],"blocks":[{"change","type","from","to",
     * "segments","details"}]}}. A segment is {@code {"kind":"same"|"added"|"removed","text","marks"}}, a detail
     * {@code {"name","older","newer"}}; empty lists are left out.
     */
    public JsonNode json() {
        ObjectNode json = Json.object();
        json.set("fields", Json.array(fields, FieldChange::json));
        json.set("blocks", Json.array(blocks, BlockChange::json));
        return json;
    }

    private static JsonNode parts(ObjectNode json, List<Segment> segments, List<Detail> details) {
        return Json.within(Json.within(json, "segments", segments, Segment::json), "details", details, Detail::json);
    }
}
