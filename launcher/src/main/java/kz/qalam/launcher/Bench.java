package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import kz.qalam.launcher.bench.CrashRun;
import kz.qalam.launcher.bench.DeskBench;
import kz.qalam.launcher.bench.GrowthBench;
import kz.qalam.launcher.bench.LanguageBench;
import kz.qalam.launcher.bench.PublishBench;
import kz.qalam.launcher.bench.RebuildBench;
import kz.qalam.launcher.bench.SearchBench;
import kz.qalam.launcher.bench.SiteBench;
import kz.qalam.launcher.bench.SpikeBench;
import kz.qalam.launcher.bench.ViewsBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./qalam bench NAME}: a benchmark on data that it makes itself, one JSON object a line. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    private final Circumstances circumstances;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--stories")
    private @Nullable Integer asked;

    /** Of a second, smaller house that is asked in turn with the first (publish); 0 for none. */
    @Option(names = "--beside", defaultValue = "0")
    private int beside;

    /** Of each story, for the desk. */
    @Option(names = "--revisions", defaultValue = "10")
    private int revisions;

    @Option(names = "--approvals", defaultValue = "200")
    private int approvals;

    /** How many acts a site grows by. */
    @Option(names = "--acts", defaultValue = "1000")
    private int acts;

    @Option(names = "--kills", defaultValue = "200")
    private int kills;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    Bench(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    private interface Run {
        int run(Path script) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Run> all = Map.of("publish", this::publish, "crash", this::crash, "language", this::language,
                "site", this::site, "rebuild", this::rebuild, "desk", this::desk, "search",
                this::search, "growth", this::growth, "views", this::views, "spike", this::spike);
        Run run = all.get(name);
        if (run == null) {
            throw new Trouble("bench-unknown", name, String.join(", ", all.keySet().stream().sorted().toList()));
        }
        return run.run(circumstances.checkout().home().resolve("qalam"));
    }

    /** As many stories as were asked for. */
    private int stories(int usually) {
        return asked == null ? usually : asked;
    }

    private int desk(Path script) throws Exception {
        new DeskBench(script, stories(100_000), revisions, seed).run();
        return 0;
    }

    private int search(Path script) throws Exception {
        new SearchBench(script, stories(100_000), seed).run();
        return 0;
    }

    private int publish(Path script) throws Exception {
        new PublishBench(script, stories(1000), beside, approvals, seed).run();
        return 0;
    }

    private int language(Path script) throws Exception {
        return new LanguageBench(script.resolveSibling("launcher").resolve("target"), seed).run();
    }

    private int site(Path script) throws Exception {
        new SiteBench(script, stories(1000), seed).run();
        return 0;
    }

    private int views(Path script) throws Exception {
        new ViewsBench(script, stories(300), seed).run();
        return 0;
    }

    private int spike(Path script) throws Exception {
        new SpikeBench(script, stories(1000), seed).run();
        return 0;
    }

    private int rebuild(Path script) throws Exception {
        new RebuildBench(script, stories(10_000), seed).run();
        return 0;
    }

    /** A longer one than the test run's: as many acts as asked for. */
    private int growth(Path script) throws Exception {
        return new GrowthBench(script, acts, seed).run() ? 0 : 1;
    }

    /** A longer one than the test run's: as many kills as asked for. */
    private int crash(Path script) throws Exception {
        CrashRun.Verdict verdict = new CrashRun(script, approvals, kills, seed).run();
        List<String> broken = verdict.broken();
        broken.forEach(sentence -> circumstances.voice().err().println(sentence));
        circumstances.voice()
                .line(("{\"measure\":\"crash_broken_promises\",\"figure\":%d,\"unit\":\"promises\",\"sizes\":"
                        + "{\"approvals\":%d,\"kills\":%d,\"looks\":%d,\"retries\":%d}}").formatted(broken.size(),
                                verdict.approvals(),
                                verdict.kills(), verdict.looks(), verdict.retries()));
        return broken.isEmpty() ? 0 : 1;
    }
}
