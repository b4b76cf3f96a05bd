package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What counting readers costs them: a story's page to 64 connections, each request another reader's, beside the same
 * requests marked as fetched ahead, which are not counted; with the database there, and with it gone. And how much of a
 * second's readers a kill loses.
 */
public final class ViewsBench {

    private static final int CONNECTIONS = 64;
    private static final int PAIRS = 9;
    private static final int SECONDS = 3;
    private static final int KILLS = 5;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern TAIL = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    private final Path script;
    private final int stories;
    private final long seed;

    /** @param stories that the site holds */
    public ViewsBench(Path script, int stories, long seed) {
        this.script = script;
        this.stories = stories;
        this.seed = seed;
    }

    private record Load(double rate, double tailMillis) {}

    public void run() throws IOException, InterruptedException, SQLException {
        Path wrk = Wrk.find();
        try (House house = House.start(script)) {
            Filling.publish(house, stories, seed);
            String page = page(house);
            Path counted = requests(house, "counted", "none");
            Path uncounted = requests(house, "uncounted", "prefetch");
            load(wrk, house.site() + page, counted, 2 * SECONDS);
            pairs("views", house, wrk, page, counted, uncounted);
            // The program is out of the way, so that the launcher starts it in vain
            Path program = program(house);
            Path hidden = program.resolveSibling("postgres.hidden");
            Files.move(program, hidden);
            try {
                house.kill("postgresql");
                Thread.sleep(3000);
                pairs("views_away", house, wrk, page, counted, uncounted);
            } finally {
                Files.move(hidden, program);
            }
            lost(house, page);
        }
    }

    private void pairs(String measure, House house, Path wrk, String page, Path counted, Path uncounted)
            throws IOException, InterruptedException {
        List<Load> with = new ArrayList<>();
        List<Load> without = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            if (i % 2 == 1) {
                without.add(load(wrk, house.site() + page, uncounted, SECONDS));
            }
            with.add(load(wrk, house.site() + page, counted, SECONDS));
            if (i % 2 == 0) {
                without.add(load(wrk, house.site() + page, uncounted, SECONDS));
            }
        }
        Map<String, Object> sizes = Map.of("stories", stories, "connections", CONNECTIONS, "pairs", PAIRS, "seconds",
                SECONDS, "cores", Runtime.getRuntime().availableProcessors(), "load", Measure.load());
        Measure.beside(measure + "_rate", figures(with, true), figures(without, true), "requests/s", sizes);
        Measure.beside(measure + "_p99", figures(with, false), figures(without, false), "ms", sizes);
    }

    private static double[] figures(List<Load> loads, boolean rate) {
        return loads.stream().mapToDouble(load -> rate ? load.rate() : load.tailMillis()).toArray();
    }

    private static Path requests(House house, String name, String purpose) throws IOException {
        return Files.writeString(house.data().resolve(name + ".lua"),
                """
                        local reader = 0
                        local floor = math.floor
                        request = function()
                          reader = reader + 1
                          wrk.headers["X-Forwarded-For"] = "10." .. floor(reader / 65536) %% 256 .. "." .. floor(reader / 256) %% 256 .. "." .. reader %% 256
                          return wrk.format()
                        end
                        wrk.headers["Accept-Encoding"] = "gzip"
                        wrk.headers["User-Agent"] = "%s"
                        wrk.headers["Sec-Purpose"] = "%s"
                        """
                        .formatted(BROWSER, purpose),
                StandardCharsets.UTF_8);
    }

    private static Load load(Path wrk, String address, Path requests, int seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(wrk.toString(), "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s",
                "--latency", "-s", requests.toString(), address).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(said);
        Matcher tail = TAIL.matcher(said);
        if (BAD.matcher(said).find() || !rate.find() || !tail.find()) {
            throw new IOException("not every answer was good: " + said);
        }
        double unit = tail.group(2).equals("us") ? .001 : tail.group(2).equals("s") ? 1000 : 1;
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(tail.group(1)) * unit);
    }

    /** Readers come one after the other until the process is killed; what of them is written down afterwards. */
    private void lost(House house, String page) throws IOException, InterruptedException, SQLException {
        double[] seconds = new double[KILLS];
        HttpClient client = HttpClient.newHttpClient();
        int reader = 0;
        for (int i = 0; i < KILLS; i++) {
            answers(client, house.site() + "/");
            long before = counted(house, page);
            long begin = System.nanoTime();
            int came = 0;
            while (System.nanoTime() - begin < 2_000_000_000L + i * 130_000_000L) {
                client.send(HttpRequest.newBuilder(URI.create(house.site() + page)).header("User-Agent", BROWSER)
                        .header("X-Forwarded-For", "172.16." + reader / 250 % 250 + "." + reader++ % 250)
                        .build(), BodyHandlers.discarding());
                came++;
            }
            double rate = came / ((System.nanoTime() - begin) / 1e9);
            house.kill("site");
            answers(client, house.site() + "/");
            seconds[i] = Math.max(0, before + came - counted(house, page)) / rate;
        }
        Measure.print("views_lost_max", Measure.percentile(seconds, 1), "s",
                Map.of("kills", KILLS, "readers", reader, "cores", Runtime.getRuntime().availableProcessors()));
    }

    /** The count, when it does not change any more. */
    private static long counted(House house, String page) throws IOException, InterruptedException, SQLException {
        long last = -1;
        while (true) {
            Thread.sleep(1500);
            try (Connection owner = house.database("qalam_owner");
                    Statement sql = owner.createStatement();
                    ResultSet row = sql.executeQuery("select coalesce(sum(views), 0) from site.reading where path = '"
                            + page + "'")) {
                row.next();
                if (row.getLong(1) == last) {
                    return last;
                }
                last = row.getLong(1);
            } catch (SQLException e) {
                // It comes back
            }
        }
    }

    private static void answers(HttpClient client, String address) throws InterruptedException {
        while (true) {
            try {
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
                return;
            } catch (IOException down) {
                Thread.sleep(100);
            }
        }
    }

    private static Path program(House house) throws IOException {
        try (Stream<Path> parts = Files.list(house.data().resolve("parts"))) {
            return parts.filter(part -> part.getFileName().toString().startsWith("postgres-")).findFirst().orElseThrow()
                    .resolve("bin/postgres");
        }
    }

    private static String page(House house) throws IOException, SQLException {
        try (Connection owner = house.database("qalam_owner");
                Statement sql = owner.createStatement();
                ResultSet row = sql
                        .executeQuery("select path from newsroom.standing where live order by path limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
