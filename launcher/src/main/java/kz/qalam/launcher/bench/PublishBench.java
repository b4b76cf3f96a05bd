package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * How soon readers have what was approved ({@link Approvals}), over a site that has stories already; if asked for, beside
 * another house that has fewer.
 */
public final class PublishBench {

    /** Approvals that one house sees before it is the other's turn. */
    private static final int TURN = 20;

    private final Path script;
    private final int stories;
    private final int fewer;
    private final int approvals;
    private final long seed;

    /**
     * @param stories live before it begins
     * @param fewer of another house, asked in turn with the first; none when it is 0
     * @param approvals measured in each house, one after the other
     */
    public PublishBench(Path script, int stories, int fewer, int approvals, long seed) {
        this.script = script;
        this.stories = stories;
        this.fewer = fewer;
        this.approvals = approvals;
        this.seed = seed;
    }

    public void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        try (House house = House.start(script)) {
            Filling.publish(house, stories, seed);
            // What is measured is a site at work, not one that is still being filled.
            if (fewer == 0) {
                alone(new Approvals(house, new Paragraphs(seed)).measure(approvals));
                return;
            }
            try (House small = House.start(script)) {
                Filling.publish(small, fewer, seed);
                inTurn(new Approvals(house, new Paragraphs(seed)), new Approvals(small, new Paragraphs(seed)));
            }
        }
    }

    private void alone(Approvals.Seen seen) {
        Map<String, Object> sizes = Map.of("stories", stories, "approvals", approvals, "cores", cores());
        Measure.print("visible_page_p50", Measure.percentile(seen.page(), .5), "ms", sizes);
        Measure.print("visible_page_p95", Measure.percentile(seen.page(), .95), "ms", sizes);
        Measure.print("visible_lists_p95", Measure.percentile(seen.lists(), .95), "ms", sizes);
        Measure.print("visible_feed_p95", Measure.percentile(seen.feed(), .95), "ms", sizes);
    }

    /** The first half of the turns warms both, as the one that printed more would be warmer, and isn't told. */
    private void inTurn(Approvals many, Approvals few) throws IOException, InterruptedException, ExecutionException {
        int turns = Math.max(1, approvals / TURN);
        List<Approvals.Seen> manySeen = new ArrayList<>();
        List<Approvals.Seen> fewSeen = new ArrayList<>();
        for (int i = 0; i < 2 * turns; i++) {
            manySeen.add(many.measure(TURN));
            fewSeen.add(few.measure(TURN));
        }
        tell(manySeen.subList(turns, 2 * turns), fewSeen.subList(turns, 2 * turns));
    }

    private void tell(List<Approvals.Seen> many, List<Approvals.Seen> few) {
        Map<String, Object> sizes = Map.of("stories", stories, "beside", fewer, "approvals", many.size() * TURN,
                "cores",
                cores());
        for (int percent : List.of(50, 95)) {
            beside("visible_page_p" + percent, Approvals.Seen::page, percent, many, few, sizes);
            beside("visible_lists_p" + percent, Approvals.Seen::lists, percent, many, few, sizes);
            beside("visible_feed_p" + percent, Approvals.Seen::feed, percent, many, few, sizes);
        }
    }

    private static void beside(String measure, Function<Approvals.Seen, double[]> of, int percent,
            List<Approvals.Seen> many, List<Approvals.Seen> few, Map<String, Object> sizes) {
        Measure.beside(measure, figures(many, of, percent / 100.), figures(few, of, percent / 100.), "ms", sizes);
    }

    /** Turn by turn. */
    private static double[] figures(List<Approvals.Seen> turns, Function<Approvals.Seen, double[]> of, double share) {
        return turns.stream().mapToDouble(seen -> Measure.percentile(of.apply(seen), share)).toArray();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
