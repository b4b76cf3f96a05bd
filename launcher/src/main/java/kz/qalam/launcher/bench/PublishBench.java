package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** How soon readers have what was approved ({@link Approvals}), over a site that has stories already. */
public final class PublishBench {

    private final Path script;
    private final int stories;
    private final int approvals;
    private final long seed;

    /** @param stories live before it begins; @param approvals measured, one after the other */
    public PublishBench(Path script, int stories, int approvals, long seed) {
        this.script = script;
        this.stories = stories;
        this.approvals = approvals;
        this.seed = seed;
    }

    public void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        try (House house = House.start(script)) {
            Filling.publish(house, stories, seed);
            // What is measured is a site at work, not one that is still being filled.
            Approvals.Seen seen = new Approvals(house, new Paragraphs(seed)).measure(approvals);
            Map<String, Object> sizes = Map.of("stories", stories, "approvals", approvals, "cores",
                    Runtime.getRuntime().availableProcessors());
            Measure.print("visible_page_p50", Measure.percentile(seen.page(), .5), "ms", sizes);
            Measure.print("visible_page_p95", Measure.percentile(seen.page(), .95), "ms", sizes);
            Measure.print("visible_lists_p95", Measure.percentile(seen.lists(), .95), "ms", sizes);
            Measure.print("visible_feed_p95", Measure.percentile(seen.feed(), .95), "ms", sizes);
        }
    }
}
