package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Merge.Choice;

/** Brings together two bodies that were made from one. */
final class BodyMerge {

    private final List<Block> base;
    private final BodyChange mine;
    private final BodyChange theirs;
    private final List<Choice> choices;
    private final Map<Integer, Choice> chosen = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Merge.Collision> collisions = new ArrayList<>();

    BodyMerge(List<Block> base, List<Block> mine, List<Block> theirs) {
        this(base, mine, theirs, List.of());
    }

    /** @param choices what is decided on the collisions, in their order; mine for those left out */
    BodyMerge(List<Block> base, List<Block> mine, List<Block> theirs, List<Choice> choices) {
        this.base = base;
        this.mine = new BodyChange(base, mine);
        this.theirs = new BodyChange(base, theirs);
        this.choices = choices;
        choose();
        for (int place = 0; place <= base.size(); place++) {
            mergeBefore(place);
            if (place < base.size()) {
                mergeAt(place);
            }
        }
    }

    static Choice choice(List<Choice> choices, int collision) {
        return collision < choices.size() ? choices.get(collision) : Choice.MINE;
    }

    /** What was decided on a block holds wherever it comes to stand, which may be before its place. */
    private void choose() {
        int collision = 0;
        for (int place = 0; place < base.size(); place++) {
            if (meetBefore(place)) {
                collision++;
            }
            if (collides(place)) {
                chosen.put(place, choice(choices, collision++));
            }
        }
    }

    /** The merged body; where something collides, as it was decided. */
    List<Block> blocks() {
        return blocks;
    }

    List<Merge.Collision> collisions() {
        return collisions;
    }

    private boolean meetBefore(int place) {
        List<BodyChange.Arrival> of = mine.arrivals(place);
        List<BodyChange.Arrival> others = theirs.arrivals(place);
        return !of.isEmpty() && !others.isEmpty() && !of.equals(others);
    }

    /** What was put before a block of the base by one side, or by both alike. */
    private void mergeBefore(int place) {
        List<BodyChange.Arrival> of = mine.arrivals(place);
        List<BodyChange.Arrival> others = theirs.arrivals(place);
        if (meetBefore(place)) {
            Choice decided = choice(choices, collisions.size());
            collide(place, List.of(), mine.arrived(place), theirs.arrived(place));
            of.forEach(arrival -> arrive(arrival, mine, decided != Choice.THEIRS));
            others.stream().filter(arrival -> !of.contains(arrival) || isNewAnd(arrival, decided == Choice.THEIRS))
                    .forEach(arrival -> arrive(arrival, theirs, decided != Choice.MINE));
        } else if (of.isEmpty()) {
            others.forEach(arrival -> arrive(arrival, theirs, true));
        } else {
            of.forEach(arrival -> arrive(arrival, mine, true));
        }
    }

    private static boolean isNewAnd(BodyChange.Arrival arrival, boolean only) {
        return arrival.block() != null && only;
    }

    /** @param wanted whether a new block is taken; one that only moved is kept wherever it went */
    private void arrive(BodyChange.Arrival arrival, BodyChange side, boolean wanted) {
        if (arrival.block() != null) {
            if (wanted) {
                blocks.add(arrival.block());
            }
            return;
        }
        BodyChange decided = chosen.get(arrival.from()) == Choice.THEIRS ? theirs : mine;
        if (!chosen.containsKey(arrival.from()) || decided == side || !decided.isMoved(arrival.from())) {
            live(arrival.from());
        }
    }

    private void mergeAt(int place) {
        if (chosen.containsKey(place)) {
            collide(place, List.of(base.get(place)), mine.instead(place), theirs.instead(place));
        }
        if (!mine.isMoved(place) && !theirs.isMoved(place)) {
            live(place);
        }
    }

    /** A block of the base as it lives on, if it does. */
    private void live(int place) {
        Choice decided = chosen.get(place);
        if (decided == null) {
            add(mine.isRewritten(place) ? mine.content(place) : theirs.content(place));
            return;
        }
        Block of = mine.content(place);
        Block others = theirs.content(place);
        if (decided != Choice.THEIRS) {
            add(of);
        }
        if (decided == Choice.THEIRS || (decided == Choice.BOTH && !Objects.equals(of, others))) {
            add(others);
        }
    }

    private void add(@Nullable Block block) {
        if (block != null) {
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

    private void collide(int place, List<Block> was, List<Block> of, List<Block> others) {
        collisions.add(new Merge.Collision("/body/content/" + place, Merge.Side.of(was), Merge.Side.of(of),
                Merge.Side.of(others)));
    }
}
