package kz.qalam.core.copy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What two lists have in common, in the same order. Short stretches are compared exactly (Myers); longer ones are first
 * cut at elements that stand once in each (patience), so that the time is bounded whatever is compared.
 */
final class Subsequence {

    /** The most elements, of both lists together, that are compared exactly: at worst some milliseconds. */
    private static final int EXACT = 1_000;

    /** How often a stretch is cut; each cut costs the length of the stretch. */
    private static final int CUTS = 30;

    private final List<Integer> older;
    private final List<Integer> newer;
    private final boolean[] anchors;
    private final int[] olderOf;

    private Subsequence(List<Integer> older, List<Integer> newer, boolean[] anchors) {
        this.older = older;
        this.newer = newer;
        this.anchors = anchors;
        this.olderOf = new int[newer.size()];
        Arrays.fill(olderOf, -1);
    }

    /**
     * For each element of {@code newer}, the place of its equal in {@code older}, or −1; places only grow.
     *
     * @param anchor which elements say enough to cut a long stretch at: words do, spaces do not
     */
    static <T> int[] of(List<T> older, List<T> newer, Predicate<T> anchor) {
        Map<T, Integer> numbers = new HashMap<>();
        List<Integer> olderNumbers = numbered(older, numbers);
        List<Integer> newerNumbers = numbered(newer, numbers);
        boolean[] anchors = new boolean[numbers.size()];
        numbers.forEach((element, number) -> anchors[number] = anchor.test(element));
        Subsequence common = new Subsequence(olderNumbers, newerNumbers, anchors);
        common.match(0, older.size(), 0, newer.size(), CUTS);
        return common.olderOf;
    }

    private static <T> List<Integer> numbered(List<T> elements, Map<T, Integer> numbers) {
        return elements.stream().map(element -> numbers.computeIfAbsent(element, unseen -> numbers.size())).toList();
    }

    private void match(int olderFrom, int olderTo, int newerFrom, int newerTo, int cuts) {
        int o = olderFrom;
        int n = newerFrom;
        while (o < olderTo && n < newerTo && isSame(o, n)) {
            olderOf[n++] = o++;
        }
        int oEnd = olderTo;
        int nEnd = newerTo;
        while (o < oEnd && n < nEnd && isSame(oEnd - 1, nEnd - 1)) {
            olderOf[--nEnd] = --oEnd;
        }
        if (o == oEnd || n == nEnd) {
            return;
        }
        if (oEnd - o + nEnd - n <= EXACT) {
            matchExactly(o, oEnd, n, nEnd);
        } else if (cuts > 0) {
            matchBetweenAnchors(o, oEnd, n, nEnd, cuts - 1);
        }
    }

    private boolean isSame(int o, int n) {
        return older.get(o).equals(newer.get(n));
    }

    private void matchExactly(int olderFrom, int olderTo, int newerFrom, int newerTo) {
        int o = olderFrom;
        int n = newerFrom;
        for (AbstractDelta<Integer> delta : DiffUtils
                .diff(older.subList(olderFrom, olderTo), newer.subList(newerFrom, newerTo)).getDeltas()) {
            while (o < olderFrom + delta.getSource().getPosition()) {
                olderOf[n++] = o++;
            }
            o += delta.getSource().size();
            n += delta.getTarget().size();
        }
        while (o < olderTo) {
            olderOf[n++] = o++;
        }
    }

    private void matchBetweenAnchors(int olderFrom, int olderTo, int newerFrom, int newerTo, int cuts) {
        int o = olderFrom;
        int n = newerFrom;
        for (int[] anchor : rising(loneInBoth(olderFrom, olderTo, newerFrom, newerTo))) {
            if (anchor[0] >= o && anchor[1] >= n) {
                match(o, anchor[0], n, anchor[1], cuts);
                olderOf[anchor[1]] = anchor[0];
                o = anchor[0] + 1;
                n = anchor[1] + 1;
            }
        }
        if (n > newerFrom) {
            match(o, olderTo, n, newerTo, cuts);
        }
    }

    /** Pairs of places of what stands exactly once on each side, by their place in {@code newer}. */
    private List<int[]> loneInBoth(int olderFrom, int olderTo, int newerFrom, int newerTo) {
        Map<Integer, Integer> olderPlace = places(older, olderFrom, olderTo);
        Map<Integer, Integer> newerPlace = places(newer, newerFrom, newerTo);
        return newerPlace.entrySet().stream().filter(entry -> entry.getValue() >= 0)
                .filter(entry -> olderPlace.getOrDefault(entry.getKey(), -1) >= 0)
                .map(entry -> new int[]{olderPlace.get(entry.getKey()), entry.getValue()})
                .sorted((a, b) -> Integer.compare(a[1], b[1])).toList();
    }

    /** Where each anchor stands, or −1 for one that stands more than once. */
    private Map<Integer, Integer> places(List<Integer> elements, int from, int to) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (anchors[elements.get(i)]) {
                places.merge(elements.get(i), i, (first, again) -> -1);
            }
        }
        return places;
    }

    /** The longest run of pairs in which places rise on both sides. */
    private static List<int[]> rising(List<int[]> pairs) {
        int[] endOfLength = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int longest = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int length = lengthBelow(pairs, endOfLength, longest, pairs.get(i)[0]);
            before[i] = length == 0 ? -1 : endOfLength[length - 1];
            endOfLength[length] = i;
            longest = Math.max(longest, length + 1);
        }
        int[][] run = new int[longest][];
        for (int i = longest == 0 ? -1 : endOfLength[longest - 1]; i >= 0; i = before[i]) {
            run[--longest] = pairs.get(i);
        }
        return List.of(run);
    }

    private static int lengthBelow(List<int[]> pairs, int[] endOfLength, int longest, int place) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(endOfLength[middle])[0] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
