package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clients of a measurement that wrk plays, which takes next to nothing of the processors from what it measures. */
final class Wrk {

    private static final Pattern SAID = Pattern
            .compile("requests (\\d+) bad (\\d+) p50 (\\d+) p99 (\\d+) micros (\\d+)");

    /** The end of a script in wrk's language: says what {@link #told} reads. */
    static final String DONE = """
            done = function(summary, latency)
              local bad = summary.errors.connect + summary.errors.read + summary.errors.write
                + summary.errors.status + summary.errors.timeout
              io.write(string.format("requests %d bad %d p50 %d p99 %d micros %d\\n", summary.requests, bad,
                latency:percentile(50), latency:percentile(99), summary.duration))
            end
            """;

    private Wrk() {
    }

    static Path find() throws IOException, InterruptedException {
        return Peer.find("wrk", "wrk").orElseThrow(() -> new IOException("wrk is needed to measure anything here"));
    }

    /** @param bad requests that were not answered, or not with success; @param p50 of the latency, in milliseconds */
    record Told(long requests, long bad, double p50, double p99, double seconds) {}

    /** What a script that ends with {@link #DONE} has said. */
    static Told told(String said) throws IOException {
        Matcher told = SAID.matcher(said);
        if (!told.find()) {
            throw new IOException("wrk said: " + said);
        }
        return new Told(Long.parseLong(told.group(1)), Long.parseLong(told.group(2)),
                Long.parseLong(told.group(3)) / 1e3, Long.parseLong(told.group(4)) / 1e3,
                Long.parseLong(told.group(5)) / 1e6);
    }
}
