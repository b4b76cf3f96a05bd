package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Brings together two bodies that were made from one. */
final class BodyMerge {

    private final List<Block> base;
    private final BodyChange mine;
    private final BodyChange theirs;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Merge.Collision> collisions = new ArrayList<>();

    BodyMerge(List<Block> base, List<Block> mine, List<Block> theirs) {
        this.base = base;
        this.mine = new BodyChange(base, mine);
        this.theirs = new BodyChange(base, theirs);
        for (int place = 0; place <= base.size(); place++) {
            mergeBefore(place);
            if (place < base.size()) {
                mergeAt(place);
            }
        }
    }

    /** The merged body; of use only where nothing collides. */
    List<Block> blocks() {
        return blocks;
    }

    List<Merge.Collision> collisions() {
        return collisions;
    }

    /** What was put before a block of the base by one side, or by both alike. */
    private void mergeBefore(int place) {
        List<BodyChange.Arrival> of = mine.arrivals(place);
        List<BodyChange.Arrival> others = theirs.arrivals(place);
        if (!of.isEmpty() && !others.isEmpty() && !of.equals(others)) {
            collide(place, "", mine.arrivalsText(place), theirs.arrivalsText(place));
            return;
        }
        for (BodyChange.Arrival arrival : of.isEmpty() ? others : of) {
            Block block = arrival.block() == null ? content(arrival.from()) : arrival.block();
            if (block != null) {
                blocks.add(block);
            }
        }
    }

    private void mergeAt(int place) {
        if (collides(place)) {
            collide(place, BodyChange.readable(base.get(place)), mine.textFor(place), theirs.textFor(place));
            return;
        }
        Block block = content(place);
        if (block != null && !mine.isMoved(place) && !theirs.isMoved(place)) {
            blocks.add(block);
        }
    }

    private boolean collides(int place) {
        boolean rewritten = mine.isRewritten(place) && theirs.isRewritten(place)
                && !Objects.equals(mine.content(place), theirs.content(place));
        boolean parted = mine.isMoved(place) && theirs.isMoved(place) && mine.goal(place) != theirs.goal(place);
        boolean lost = (mine.isRemoved(place) && theirs.isMoved(place))
                || (theirs.isRemoved(place) && mine.isMoved(place));
        return rewritten || parted || lost;
    }

    /** A block of the base as it lives on, or null where one side removed it. */
    private @Nullable Block content(int place) {
        return mine.isRewritten(place) ? mine.content(place) : theirs.content(place);
    }

    private void collide(int place, String was, String of, String others) {
        collisions.add(new Merge.Collision("/body/content/" + place, was, of, others));
    }
}
