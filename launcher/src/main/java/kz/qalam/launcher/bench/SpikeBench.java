package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The day on which the site gets a hundred times its readers: whether they are served, whether what is approved meanwhile
 * comes as soon as on a quiet day, and whether the desk can be worked at. Readers are connections that stay open and ask
 * now for the front page, now for a section's, now for a story, each with a pause, some 2,500 times a second together;
 * beside it stands the same without them.
 */
public final class SpikeBench {

    private static final int READERS = 256;
    private static final int PAUSE_MILLIS = 100;
    private static final int APPROVALS = 40;
    private static final int LISTS = 60;
    private static final int STORIES_READ = 200;
    private static final int LONGEST = 180;

    private final Path script;
    private final int stories;
    private final long seed;

    /** @param stories that the site holds */
    public SpikeBench(Path script, int stories, long seed) {
        this.script = script;
        this.stories = stories;
        this.seed = seed;
    }

    private record Day(double visible, double desk) {}

    public void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        Path wrk = Wrk.find();
        try (House house = House.start(script)) {
            Filling.publish(house, stories, seed);
            Approvals approvals = new Approvals(house, new Paragraphs(seed));
            Shift editor = new Shift(house, "editor");
            day(approvals, editor);
            Day quiet = day(approvals, editor);
            Path asked = asked(house);
            Process readers = new ProcessBuilder(wrk.toString(), "-t1", "-c" + READERS, "-d" + LONGEST + "s", "-s",
                    asked.toString(), house.site()).redirectErrorStream(true).start();
            Day spike;
            String said;
            try {
                TimeUnit.SECONDS.sleep(3);
                spike = day(approvals, editor);
            } finally {
                // as Ctrl-C does, so that it tells what it saw
                new ProcessBuilder("kill", "-INT", Long.toString(readers.pid())).start().waitFor();
                said = new String(readers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            print(spike, quiet, said);
        }
    }

    private static Day day(Approvals approvals, Shift editor)
            throws IOException, InterruptedException, ExecutionException {
        double visible = Measure.percentile(approvals.measure(APPROVALS).page(), .95);
        double[] lists = new double[LISTS];
        for (int i = 0; i < LISTS; i++) {
            lists[i] = editor.read("/stories");
        }
        return new Day(visible, Measure.percentile(lists, .95));
    }

    private void print(Day spike, Day quiet, String said) throws IOException {
        Wrk.Told told = Wrk.told(said);
        Map<String, Object> sizes = new TreeMap<>(Map.of("stories", stories, "readers", READERS, "requests",
                told.requests(), "not_served", told.bad(), "cores",
                Runtime.getRuntime().availableProcessors()));
        Measure.print("spike_rate", told.requests() / told.seconds(), "requests/s",
                sizes);
        Measure.print("spike_p50", told.p50(), "ms", sizes);
        Measure.print("spike_p99", told.p99(), "ms", sizes);
        Measure.beside("spike_visible_page_p95", new double[]{spike.visible()}, new double[]{quiet.visible()}, "ms",
                sizes);
        Measure.beside("spike_desk_list_p95", new double[]{spike.desk()}, new double[]{quiet.desk()}, "ms", sizes);
    }

    /** What the readers ask for, in wrk's language. */
    private static Path asked(House house) throws IOException {
        Path site = house.data().resolve("site");
        String paths;
        try (Stream<Path> files = Files.walk(site)) {
            List<String> pages = files.map(site::relativize).map(Path::toString)
                    .filter(path -> path.matches("\\d{4}/\\d\\d/\\d\\d/[a-z0-9-]+/index\\.html")).sorted()
                    .limit(STORIES_READ).map(path -> "/" + path.substring(0, path.length() - "index.html".length()))
                    .toList();
            paths = pages.stream().map(path -> '"' + path + '"').collect(Collectors.joining(","));
        }
        return Files.writeString(house.data().resolve("readers.lua"), """
                local stories = {%s}
                local lists = {"/", "/saiasat/", "/qogam/", "/ekonomika/", "/alem/", "/madeniet/", "/sport/"}
                local asked = 0
                wrk.headers["Accept-Encoding"] = "gzip"
                request = function()
                  asked = asked + 1
                  local of = asked %% 2 == 0 and lists or stories
                  return wrk.format("GET", of[math.random(#of)])
                end
                delay = function() return math.random(%d, %d) end
                """.formatted(paths, PAUSE_MILLIS / 2, PAUSE_MILLIS * 3 / 2) + Wrk.DONE);
    }
}
