package kz.qalam.publishing.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * The best by words and recency: a story published now has {@code most} over an old one that says the same, and half of that
 * after {@code half}. Recency is added to what the words score, and not asked as one of them: so Lucene leaves out unread
 * whatever could not be among the best even if it were as recent as what it has come to, which with a clause of its own for
 * recency it cannot. In each part of the index the newest story stands first.
 */
final class Recent implements CollectorManager<Recent.Best, Recent.Top> {

    private static final int OFTEN = 1_024;

    private final int wanted;
    private final int counted;
    private final String field;
    private final float most;
    private final long now;
    private final double half;
    private final long deadline;

    /**
     * @param wanted how many of the best, at least 1
     * @param counted so many are counted before any is left out
     * @param field of a number a story, in milliseconds; the index is sorted by it, the latest first
     * @param deadline as {@link System#nanoTime} counts: from then on no more is read. Lucene's own limit parts the stories into
     *        small windows, in each of which it must decide anew what can be left out
     */
    Recent(int wanted, int counted, String field, float most, long now, long half,
            long deadline) {
        this.deadline = deadline;
        this.wanted = wanted;
        this.counted = counted;
        this.field = field;
        this.most = most;
        this.now = now;
        this.half = half;
    }

    /** A story by its number in the whole index. */
    record Scored(int doc, float score) {}

    /** @param total exact up to {@code counted}; above, at least so many; @param late whether not all was read */
    record Top(List<Scored> best, int total, boolean late) {}

    @Override
    public Best newCollector() {
        return new Best();
    }

    @Override
    public Top reduce(Collection<Best> all) {
        var best = new ArrayList<Scored>();
        var total = 0;
        var late = false;
        for (var each : all) {
            best.addAll(each.queue);
            total += each.total;
            late |= each.late;
        }
        best.sort(WORST_FIRST.reversed());
        return new Top(List.copyOf(best.subList(0, Math.min(wanted, best.size()))), total, late);
    }

    private static final Comparator<Scored> WORST_FIRST = Comparator.comparingDouble(Scored::score)
            .thenComparing(Scored::doc, Comparator.reverseOrder());

    final class Best implements Collector {
        private final PriorityQueue<Scored> queue = new PriorityQueue<>(WORST_FIRST);
        private int total;
        private boolean late;

        private void hurry() {
            if (System.nanoTime() - deadline >= 0) {
                late = true;
                throw new CollectionTerminatedException();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.TOP_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            hurry();
            var times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), field));
            return new Leaf(times == null ? DocValues.emptyNumeric() : times, leaf.docBase);
        }

        /**
         * What words must score at least to be among the best; 0 as long as all are.
         *
         * @param recency no story that is to come has more
         */
        private float least(float recency) {
            var worst = queue.size() < wanted || total <= counted ? null : queue.peek();
            return worst == null ? 0 : Math.max(0, Math.nextDown(worst.score() - recency));
        }

        private final class Leaf implements LeafCollector {
            private final NumericDocValues times;
            private final int base;
            private @Nullable Scorable scorer;
            private float told;
            /** No story that is to come in this part is more recent. */
            private float highest = most;

            Leaf(NumericDocValues times, int base) throws IOException {
                this.times = times;
                this.base = base;
                recency(0);
            }

            @Override
            public void setScorer(Scorable words) throws IOException {
                scorer = words;
                told = 0;
                tell(words);
            }

            private void tell(Scorable words) throws IOException {
                var least = least(highest);
                if (least > told) {
                    told = least;
                    words.setMinCompetitiveScore(least);
                }
            }

            @Override
            public void collect(int doc) throws IOException {
                var words = scorer;
                if (words == null) {
                    throw new IllegalStateException("no scorer");
                }
                total++;
                if (total % OFTEN == 0) {
                    hurry();
                }
                var recency = recency(doc);
                var score = words.score() + recency;
                var worst = queue.size() < wanted ? null : queue.peek();
                if (worst == null || score >= worst.score()) {
                    var one = new Scored(base + doc, score);
                    if (worst == null) {
                        queue.add(one);
                    } else if (WORST_FIRST.compare(one, worst) > 0) {
                        queue.poll();
                        queue.add(one);
                    }
                }
                tell(words);
            }

            private float recency(int doc) throws IOException {
                if (!times.advanceExact(doc)) {
                    return 0;
                }
                var time = times.longValue();
                var recency = (float) (most * (half / (half + Math.abs((double) now - time))));
                highest = time < now ? Math.min(highest, recency) : most;
                return recency;
            }
        }
    }
}
