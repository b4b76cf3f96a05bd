package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Two changes to one copy brought together. What touches different fields and different blocks merges by itself; what
 * touches the same one differently collides, and a person decides. The order of the two changes makes no difference.
 *
 * @param copy the merged copy; null where anything collides. Its limits are those of what was merged, so it needs
 *     {@link Copy#checked}
 * @param collisions what a person has to decide on; empty where there is a copy
 */
public record Merge(@Nullable Copy copy, List<Collision> collisions) {

    /**
     * Two different changes to one thing; nothing of either is lost.
     *
     * @param pointer where in the base copy's JSON; for blocks that both sides put in one place, the block they stand
     *     before
     */
    public record Collision(String pointer, Side base, Side mine, Side theirs) {

        JsonNode json() {
            return Json.object().put("pointer", pointer).put("base", base.text()).put("mine", mine.text())
                    .put("theirs", theirs.text());
        }
    }

    /**
     * What one of the three has where changes collide.
     *
     * @param text as text for people; empty where it has nothing
     * @param blocks in a body, the blocks themselves; empty for a field
     */
    public record Side(String text, List<Block> blocks) {

        public Side {
            blocks = List.copyOf(blocks);
        }

        static Side of(Field field, Copy copy) {
            return new Side(field.text(copy), List.of());
        }

        static Side of(List<Block> blocks) {
            return new Side(blocks.stream().map(BodyChange::readable).collect(joining("\n")), blocks);
        }

        public boolean isEmpty() {
            return text.isEmpty() && blocks.isEmpty();
        }
    }

    public Merge {
        collisions = List.copyOf(collisions);
    }

    /** What a person decides where two changes collide. */
    public enum Choice {
        MINE,
        THEIRS,
        /** Mine and then theirs, where that can stand side by side: blocks. Of a field it is mine. */
        BOTH
    }

    /** Brings together two copies that were both made from {@code base}. */
    public static Merge of(Copy base, Copy mine, Copy theirs) {
        BodyMerge body = new BodyMerge(base.body(), mine.body(), theirs.body());
        Copy merged = base.withBody(body.blocks());
        List<Collision> collisions = body.collisions();
        for (Field field : Field.ALL) {
            if (field.isSame(mine, theirs) || field.isSame(base, theirs)) {
                merged = field.put().apply(merged, mine);
            } else if (field.isSame(base, mine)) {
                merged = field.put().apply(merged, theirs);
            } else {
                collisions.add(new Collision("/" + field.name(), Side.of(field, base), Side.of(field, mine),
                        Side.of(field, theirs)));
            }
        }
        return new Merge(collisions.isEmpty() ? merged : null, collisions);
    }

    /**
     * As {@link #of}, with what collides decided. What was moved by one side and is in the way of the other's choice stays:
     * a choice drops nothing but the text that was not chosen.
     *
     * @param choices one for each collision, in the order of {@link #collisions}; {@link Choice#MINE} for those left out
     */
    public static Copy settled(Copy base, Copy mine, Copy theirs, List<Choice> choices) {
        BodyMerge body = new BodyMerge(base.body(), mine.body(), theirs.body(), choices);
        Copy merged = base.withBody(body.blocks());
        int next = body.collisions().size();
        for (Field field : Field.ALL) {
            boolean same = field.isSame(mine, theirs) || field.isSame(base, theirs);
            boolean collides = !same && !field.isSame(base, mine);
            boolean isMine = collides ? BodyMerge.choice(choices, next++) != Choice.THEIRS : same;
            merged = field.put().apply(merged, isMine ? mine : theirs);
        }
        return merged;
    }

    /** The collisions, for programs: {@code [{"pointer","base","mine","theirs"}]}. */
    public JsonNode json() {
        return Json.array(collisions, Collision::json);
    }
}
