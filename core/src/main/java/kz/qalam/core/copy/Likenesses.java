package kz.qalam.core.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds blocks that share words, without comparing each with each. */
final class Likenesses {

    /** A word in more blocks than this («деп», «және») tells nothing and would make each block like each. */
    private static final int COMMON = 16;

    /** Of the blocks that share rare words with one, so many are looked at closely. */
    private static final int CLOSEST = 8;

    private final Map<String, List<Words>> blocksWith = new HashMap<>();

    /** The words of the block at a place in lower case, each with how often it stands. */
    private record Words(int place, Map<String, Integer> often, int all) {

        static Words of(int place, Block block) {
            Map<String, Integer> often = new HashMap<>();
            int all = 0;
            for (Token token : Token.of(block.printed())) {
                if (token.isWord()) {
                    often.merge(token.text().toLowerCase(Locale.ROOT), 1, Integer::sum);
                    all++;
                }
            }
            return new Words(place, often, all);
        }

        int common(Words other) {
            int common = 0;
            for (Map.Entry<String, Integer> word : often.entrySet()) {
                common += Math.min(word.getValue(), other.often.getOrDefault(word.getKey(), 0));
            }
            return common;
        }
    }

    Likenesses(List<Block> older, List<Integer> places) {
        for (int place : places) {
            Words of = Words.of(place, older.get(place));
            for (String word : of.often.keySet()) {
                blocksWith.computeIfAbsent(word, unseen -> new ArrayList<>()).add(of);
            }
        }
    }

    /** Pairs that share at least so much, the likest first; among equally like ones, the nearest. */
    List<Likeness> to(List<Block> newer, List<Integer> places, double least) {
        List<Likeness> alike = new ArrayList<>();
        for (int place : places) {
            Words of = Words.of(place, newer.get(place));
            for (Words candidate : closest(of)) {
                int common = of.common(candidate);
                double share = 2.0 * common / (of.all + candidate.all);
                if (share >= least) {
                    alike.add(new Likeness(candidate.place, place, share, common));
                }
            }
        }
        alike.sort(Comparator.comparingDouble(Likeness::share).reversed().thenComparingInt(Likeness::distance)
                .thenComparingInt(Likeness::older).thenComparingInt(Likeness::newer));
        return alike;
    }

    private List<Words> closest(Words of) {
        Map<Integer, Words> candidates = new HashMap<>();
        Map<Integer, Integer> shared = new HashMap<>();
        for (String word : of.often.keySet()) {
            List<Words> blocks = blocksWith.getOrDefault(word, List.of());
            if (blocks.size() <= COMMON) {
                for (Words block : blocks) {
                    candidates.put(block.place, block);
                    shared.merge(block.place, 1, Integer::sum);
                }
            }
        }
        return candidates.values().stream()
                .sorted(Comparator.<Words>comparingInt(block -> -shared.getOrDefault(block.place, 0))
                        .thenComparingInt(Words::place))
                .limit(CLOSEST).toList();
    }
}
