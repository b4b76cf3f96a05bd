package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What one side made of a body, told by the places of that body: what became of each block, and what came before it. */
final class BodyChange {

    private final List<Block> base;
    private final @Nullable Block[] contents;
    private final int[] goals;
    private final List<List<Arrival>> arrivals;

    /**
     * A block that stands where it did not: a new one, or one that moved. A moved block is named by its place alone, for
     * what else was done to it is merged by itself.
     *
     * @param block the new block; null for one that moved
     * @param from the place in the base of one that moved, or −1
     */
    record Arrival(@Nullable Block block, int from) {}

    BodyChange(List<Block> base, List<Block> changed) {
        this.base = base;
        this.contents = new Block[base.size()];
        this.goals = IntStream.range(0, base.size()).map(place -> -1).toArray();
        this.arrivals = Stream.<List<Arrival>>generate(ArrayList::new).limit(base.size() + 1).toList();
        Pairing pairing = Pairing.of(base, changed);
        int before = 0;
        for (int n = 0; n < changed.size(); n++) {
            int from = pairing.olderOf(n);
            if (from < 0) {
                arrivals.get(before).add(new Arrival(changed.get(n), from));
                continue;
            }
            contents[from] = changed.get(n);
            if (pairing.isMoved(n)) {
                arrivals.get(before).add(new Arrival(null, from));
                goals[from] = before;
            } else {
                before = from + 1;
            }
        }
    }

    /** What came to stand before the block at this place, or at the end of the body. */
    List<Arrival> arrivals(int place) {
        return arrivals.get(place);
    }

    /** The block as it lives on, here or elsewhere; null if it was removed. */
    @Nullable
    Block content(int place) {
        return contents[place];
    }

    boolean isRemoved(int place) {
        return contents[place] == null;
    }

    /** Whether anything but its place changed, or it was removed. */
    boolean isRewritten(int place) {
        return !Objects.equals(contents[place], base.get(place));
    }

    boolean isMoved(int place) {
        return goals[place] >= 0;
    }

    /** Before which place of the base a moved block now stands. */
    int goal(int place) {
        return goals[place];
    }

    /** The block that arrived, as this side has it. */
    @Nullable
    Block arrived(Arrival arrival) {
        return arrival.block() == null ? contents[arrival.from()] : arrival.block();
    }

    /** The blocks that came to stand before this place, as this side has them; one that only moved is among them. */
    List<Block> arrived(int place) {
        return arrivals.get(place).stream().map(this::arrived).filter(Objects::nonNull).toList();
    }

    /** What this side has instead of a block: the block as it is, or what it put in the place of one that it removed. */
    List<Block> instead(int place) {
        Block content = contents[place];
        return content == null ? arrived(place) : List.of(content);
    }

    /** A block as a person can tell it from another: its words, or what it holds besides. */
    static String readable(Block block) {
        return block.text().isBlank() ? String.join(" ", block.details().values()) : block.text();
    }
}
