package kz.qalam.core.article;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * By what a text is seen to be nearly the same as another: the least hashes of its runs of three keys (MinHash: A. Broder,
 * On the resemblance and containment of documents, 1997). As many of two sketches agree as of the runs are in both texts.
 * Other endings of the same words are the same keys; parts can be sketched apart and joined.
 */
final class Sketch {

    static final int LEAST_HASHES = 48;

    /** Fewer runs say nothing: a line that many stories begin with is no story. */
    static final int FEWEST_RUNS = 20;

    private static final int RUN = 3;
    private static final int OF_A_MARK = 3;
    private static final int[] NONE = {};
    private static final UUID EVERYBODYS = new UUID(0, 0);
    private static final long[] SEEDS = new java.util.SplittableRandom(0x51A1A).longs(LEAST_HASHES).toArray();

    private final int[] least;
    private int runs;

    Sketch() {
        least = new int[LEAST_HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
    }

    /** @param keys of a passage's words, in their order */
    static Sketch of(List<String> keys) {
        Sketch sketch = new Sketch();
        for (int i = 0; i + RUN <= keys.size(); i++) {
            long run = 0;
            for (String key : keys.subList(i, i + RUN)) {
                run = mixed(run * 31 + key.hashCode());
            }
            for (int j = 0; j < LEAST_HASHES; j++) {
                // half of the hash: signs would only have to be compared
                sketch.least[j] = Math.min(sketch.least[j], (int) (mixed(run ^ SEEDS[j]) >>> 33));
            }
            sketch.runs++;
        }
        return sketch;
    }

    void add(Sketch other) {
        for (int j = 0; j < LEAST_HASHES; j++) {
            least[j] = Math.min(least[j], other.least[j]);
        }
        runs += other.runs;
    }

    /** As it is kept; empty for a text that is too short to be told from another. */
    int[] hashes() {
        return runs < FEWEST_RUNS ? NONE : least.clone();
    }

    /** Marks of what readers have, whatever desk it is of. */
    static long[] marks(int[] hashes) {
        return marks(EVERYBODYS, hashes);
    }

    /**
     * Texts of one desk that are nearly the same have one of these in common: of those that are the same by half seven of
     * eight do, by six tenths nearly all.
     */
    static long[] marks(UUID desk, int[] hashes) {
        long[] marks = new long[hashes.length / OF_A_MARK];
        for (int i = 0; i < marks.length; i++) {
            long mark = desk.getMostSignificantBits() ^ mixed(desk.getLeastSignificantBits() + i);
            for (int j = 0; j < OF_A_MARK; j++) {
                mark = mixed(mark * 31 + hashes[i * OF_A_MARK + j]);
            }
            marks[i] = mark;
        }
        return marks;
    }

    /** Which share of the runs of both texts is in both, 0 to 1. */
    static double likeness(int[] one, int[] other) {
        if (one.length == 0 || one.length != other.length) {
            return 0;
        }
        int same = 0;
        for (int j = 0; j < one.length; j++) {
            same += one[j] == other[j] ? 1 : 0;
        }
        return (double) same / one.length;
    }

    /** The last steps of SplitMix64. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
