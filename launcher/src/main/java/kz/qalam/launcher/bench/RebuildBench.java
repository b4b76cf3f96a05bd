package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The whole public site printed anew: stories, lists, feeds and sitemaps, each with its compressed twins, on the disk and
 * swapped in. Beside it Hugo, on the same stories, sections and tags, which compresses nothing and draws nothing; and the same
 * with compression.
 */
public final class RebuildBench {

    private static final int ROUNDS = 3;
    /**
     * Before each measurement. A file system may pass over what was freed within the last half minute (ext4 does, inode by
     * inode): whoever makes files then pays for what another has deleted. It begins when the site before the last rebuild is
     * gone from the disk.
     */
    private static final Duration REST = Duration.ofSeconds(45);
    /** Seconds. */
    private static final int LONGEST_SWEEP = 600;
    private static final String HEAP = "-Xmx160m";

    private final Path script;
    private final int stories;
    private final long seed;

    /** @param stories that the site holds */
    public RebuildBench(Path script, int stories, long seed) {
        this.script = script;
        this.stories = stories;
        this.seed = seed;
    }

    public void run() throws IOException, InterruptedException, SQLException {
        // As Hugo does it: nothing is compressed
        measure("rebuild_rate", "none", Peer.find("hugo", "hugo"));
        measure("rebuild_rate_compressed", "gzip,br", Optional.empty());
    }

    private void measure(String measure, String compressed, Optional<Path> hugo)
            throws IOException, InterruptedException, SQLException {
        try (House house = House.start(script,
                Map.of("QALAM_SITE_JAVA_OPTS", HEAP, "QALAM_SITE_COMPRESSED", compressed))) {
            Filling.publish(house, stories, seed);
            double[] rates = new double[ROUNDS];
            double[] beside = new double[hugo.isPresent() ? ROUNDS : 0];
            for (int i = 0; i < ROUNDS; i++) {
                rates[i] = rebuild(house);
                if (hugo.isPresent()) {
                    beside[i] = hugo(hugo.get(), house);
                }
            }
            if (house.qalam("rebuild", "--check", "--data", house.data().toString()) != 0) {
                throw new IOException("a fresh site differs from the standing one");
            }
            Map<String, Object> sizes = Map.of("stories", stories, "rounds", ROUNDS, "compressed", compressed, "cores",
                    Runtime.getRuntime().availableProcessors());
            Measure.beside(measure, rates, beside, "pages/s", sizes);
            Measure.print("rebuild_memory", peakMegabytes(house.pid("site")), "MB", sizes);
        }
    }

    private static double rebuild(House house) throws IOException, InterruptedException {
        rest(house);
        long begin = System.nanoTime();
        Filling.rebuild(house);
        double all = (System.nanoTime() - begin) / 1e9;
        // What the process says of itself, without the command's own start.
        Path answer = house.data().resolve("site/.qalam/rebuilt");
        double seconds = Files.readAllLines(answer).stream().filter(line -> line.startsWith("millis "))
                .mapToDouble(line -> Long.parseLong(line.substring(7)) / 1000.0).findFirst().orElse(all);
        return pages(house.data().resolve("site")) / seconds;
    }

    private static void rest(House house) throws IOException, InterruptedException {
        Cpu.rest(house, "site");
        Path old = house.data().resolve(".site.old");
        for (int i = 0; i < LONGEST_SWEEP && Files.exists(old); i++) {
            Thread.sleep(1_000);
        }
        Thread.sleep(REST.toMillis());
    }

    private static long pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).count();
        }
    }

    private static double hugo(Path hugo, House house) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("qalam-hugo");
        try {
            Files.writeString(folder.resolve("config.toml"), """
                    baseURL = "https://qalam.example/"
                    title = "QALAM.KZ"
                    paginate = 30
                    [permalinks]
                    """);
            Path layouts = Files.createDirectories(folder.resolve("layouts/_default"));
            Files.writeString(layouts.resolve("single.html"), """
                    <!doctype html><html lang="kk"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
                    <h1>{{ .Title }}</h1><p>{{ .Params.lead }}</p><time>{{ .Date }}</time>{{ .Content }}
                    {{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a>{{ end }}
                    {{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>
                    """);
            Files.writeString(layouts.resolve("list.html"),
                    """
                            <!doctype html><html lang="kk"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
                            {{ range .Paginator.Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.lead }}</p>{{ end }}
                            </body></html>
                            """);
            copies(house, folder);
            rest(house);
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(hugo.toString(), "--quiet", "-s", folder.toString())
                    .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
            if (process.waitFor() != 0) {
                throw new IOException("hugo: " + Files.readString(folder.resolve("log")));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return pages(folder.resolve("public")) / seconds;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The same stories, as Hugo reads them. */
    private static void copies(House house, Path folder) throws IOException, SQLException {
        JsonMapper json = new JsonMapper();
        try (Connection owner = house.database("qalam_owner")) {
            owner.setAutoCommit(false);
            try (Statement sql = owner.createStatement()) {
                sql.setFetchSize(500);
                try (ResultSet rows = sql.executeQuery("""
                        select r.bytes, s.first_at from newsroom.standing s
                        join newsroom.revision r on r.article = s.article and r.number = s.revision where s.live""")) {
                    for (int i = 0; rows.next(); i++) {
                        write(folder, json.readTree(rows.getBytes(1)), rows.getTimestamp(2).toInstant(), i);
                    }
                }
            }
        }
    }

    private static void write(Path folder, JsonNode copy, Instant at, int number) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JsonNode block : copy.path("body").path("content")) {
            block.path("content").forEach(piece -> text.append(piece.path("text").asText()));
            text.append("\n\n");
        }
        Path section = Files.createDirectories(folder.resolve("content").resolve(copy.path("section").asText()));
        String head = "{\"title\":%s,\"lead\":%s,\"date\":\"%s\",\"tags\":%s}\n\n".formatted(
                copy.path("headline"), copy.path("lead"), at, copy.path("tags"));
        Files.writeString(section.resolve("maqala-" + number + ".md"), head + text, StandardCharsets.UTF_8);
    }

    private static double peakMegabytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(
                    line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() / 1024.0;
        }
    }
}
