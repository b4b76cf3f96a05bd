package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Whether a site that many random acts have grown is what another process prints anew: {@link GrowthRun}, in a house of its own. */
public final class GrowthBench {

    private final Path script;
    private final int acts;
    private final long seed;

    public GrowthBench(Path script, int acts, long seed) {
        this.script = script;
        this.acts = acts;
        this.seed = seed;
    }

    /** @return false when anything differed */
    public boolean run() throws IOException, InterruptedException, SQLException {
        try (House house = House.start(script)) {
            GrowthRun.Verdict verdict = new GrowthRun(house.ground(), acts, seed).run();
            verdict.differences().forEach(System.err::println);
            System.err.println(verdict.done());
            Measure.print("growth_differences", verdict.differences().size(), "files",
                    Map.of("acts", acts, "refused", verdict.refused(), "releases", verdict.releases(), "files",
                            verdict.files(), "seed", seed));
            return verdict.differences().isEmpty();
        }
    }
}
