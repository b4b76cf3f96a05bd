package kz.qalam.core.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which block of an older body lives on as which block of a newer one: first what stayed as it is, then what moved as it
 * is, then what was rewritten, by the words that it kept.
 */
final class Pairing {

    /** From this share of common words on, a block in the same place is taken for the same one, rewritten. */
    private static final double REWRITTEN = 0.5;

    /** From this share on, a block in another place is taken for the same one, moved and touched up. */
    private static final double MOVED = 0.75;

    /** Shorter blocks («Жаңартылды.») are alike by chance, and are never taken for moved. */
    private static final int FEWEST_WORDS_MOVED = 4;

    private final List<Block> older;
    private final List<Block> newer;
    private final int[] olderOf;
    private final boolean[] paired;
    private final boolean[] moved;

    /** Pairs that did not move, by their place in the newer body: places in the older one grow with them. */
    private final TreeMap<Integer, Integer> inPlace = new TreeMap<>();

    private Pairing(List<Block> older, List<Block> newer) {
        this.older = older;
        this.newer = newer;
        this.olderOf = Subsequence.of(older, newer, Pairing::isTelling);
        this.paired = new boolean[older.size()];
        this.moved = new boolean[newer.size()];
        for (int n = 0; n < newer.size(); n++) {
            if (olderOf[n] >= 0) {
                paired[olderOf[n]] = true;
                inPlace.put(n, olderOf[n]);
            }
        }
    }

    static Pairing of(List<Block> older, List<Block> newer) {
        Pairing pairing = new Pairing(older, newer);
        pairing.pairMoved();
        pairing.pairRewritten();
        pairing.pairReplaced();
        return pairing;
    }

    /** The place in the older body of the block that lives on at place {@code n} of the newer one, or −1 if it is new. */
    int olderOf(int n) {
        return olderOf[n];
    }

    /** Whether the block at place {@code n} of the newer body lived on elsewhere than in its place. */
    boolean isMoved(int n) {
        return moved[n];
    }

    /** Whether the block at place {@code o} of the older body lives on. */
    boolean livesOn(int o) {
        return paired[o];
    }

    /** Empty paragraphs and rules are everywhere and say nothing of what is around them. */
    private static boolean isTelling(Block block) {
        return !block.details().isEmpty() || !block.text().isBlank();
    }

    private void pairMoved() {
        Map<Block, Deque<Integer>> left = new HashMap<>();
        for (int o : unpairedOlder()) {
            if (isTelling(older.get(o))) {
                left.computeIfAbsent(older.get(o), block -> new ArrayDeque<>()).add(o);
            }
        }
        for (int n : unpairedNewer()) {
            Deque<Integer> equals = left.get(newer.get(n));
            if (equals != null && !equals.isEmpty()) {
                pair(equals.remove(), n);
            }
        }
    }

    private void pairRewritten() {
        List<Likeness> alike = new Likenesses(older, unpairedOlder()).to(newer, unpairedNewer(), REWRITTEN);
        for (Likeness one : alike) {
            if (paired[one.older()] || olderOf[one.newer()] >= 0) {
                continue;
            }
            boolean enough = one.share() >= MOVED && one.words() >= FEWEST_WORDS_MOVED;
            if (enough || isInPlace(one.older(), one.newer())) {
                pair(one.older(), one.newer());
            }
        }
    }

    /** One block alone in its place that became one other of its kind: a short subhead, a picture, an embed. */
    private void pairReplaced() {
        for (int n : unpairedNewer()) {
            int o = inPlaceBefore(n) + 1;
            if (isAlone(o, n) && older.get(o).type().equals(newer.get(n).type())
                    && Math.min(words(older.get(o)), words(newer.get(n))) < FEWEST_WORDS_MOVED
                    && (isTelling(older.get(o)) || isTelling(newer.get(n)))) {
                pair(o, n);
            }
        }
    }

    /** Whether these are the only blocks, on each side, between two that stayed in place. */
    private boolean isAlone(int o, int n) {
        boolean newerAlone = (n == 0 || inPlace.containsKey(n - 1))
                && (n == newer.size() - 1 || inPlace.containsKey(n + 1));
        return newerAlone && o < older.size() && !paired[o] && inPlaceAfter(n) == o + 1;
    }

    private void pair(int o, int n) {
        if (isInPlace(o, n)) {
            inPlace.put(n, o);
        } else {
            moved[n] = true;
        }
        olderOf[n] = o;
        paired[o] = true;
    }

    private boolean isInPlace(int o, int n) {
        return inPlaceBefore(n) < o && o < inPlaceAfter(n);
    }

    private int inPlaceBefore(int n) {
        Map.Entry<Integer, Integer> before = inPlace.lowerEntry(n);
        return before == null ? -1 : before.getValue();
    }

    private int inPlaceAfter(int n) {
        Map.Entry<Integer, Integer> after = inPlace.higherEntry(n);
        return after == null ? older.size() : after.getValue();
    }

    private static int words(Block block) {
        return (int) Token.of(block.printed()).stream().filter(Token::isWord).count();
    }

    private List<Integer> unpairedOlder() {
        List<Integer> unpaired = new ArrayList<>();
        for (int o = 0; o < paired.length; o++) {
            if (!paired[o]) {
                unpaired.add(o);
            }
        }
        return unpaired;
    }

    private List<Integer> unpairedNewer() {
        List<Integer> unpaired = new ArrayList<>();
        for (int n = 0; n < olderOf.length; n++) {
            if (olderOf[n] < 0) {
                unpaired.add(n);
            }
        }
        return unpaired;
    }
}
