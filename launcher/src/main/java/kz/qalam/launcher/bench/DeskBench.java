package kz.qalam.launcher.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the desk's pages answer over very many stories, as an editor who sees them all reads them through the log-in; and how
 * many saves a second eight writers make through the API, beside the same rows by bare SQL on the same PostgreSQL, in turns.
 */
public final class DeskBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int WARM = 20;
    private static final long ROUND = TimeUnit.SECONDS.toNanos(6);
    private static final int READINGS = 25;
    private static final Duration CATCHING_UP = Duration.ofMinutes(30);
    /** In most stories, in many, in one, in none; two words; one not yet ended; without Kazakh letters. */
    private static final List<String> SOUGHT = List.of("Қазақстан", "мектептер", "президенттің", "qor777", "zzzz",
            "жаңа мектеп ", "қаржы министрлігі", "мемлек", "кала");

    private final Path script;
    private final int stories;
    private final int revisions;
    private final long seed;
    private final JsonMapper json = new JsonMapper();

    /** @param stories made before it begins; @param revisions of each */
    public DeskBench(Path script, int stories, int revisions, long seed) {
        this.script = script;
        this.stories = stories;
        this.revisions = revisions;
        this.seed = seed;
    }

    private record Saved(double rate, double[] took) {}

    public void run() throws IOException, InterruptedException, SQLException, ExecutionException {
        try (House house = House.start(script)) {
            Desk desk = new Desk(house);
            String author = desk.get("author", "/me").body().path("id").asText();
            desk.get("editor", "/me");
            try (Connection owner = house.database("qalam_owner")) {
                Rows.make(owner, stories, revisions, seed);
                // their words are made searchable as after an upgrade: at the start
                house.kill("newsroom");
                awaitWords(owner);
            }
            pages(house, desk);
            saves(house, desk, author);
            new Kept(house, desk, seed).run();
        }
    }

    private void awaitWords(Connection owner) throws SQLException, IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Statement sql = owner.createStatement()) {
            for (long known = 0; known < stories;) {
                Thread.sleep(2_000);
                try (ResultSet counted = sql.executeQuery("select count(*) from newsroom.story_words")) {
                    counted.next();
                    known = counted.getLong(1);
                }
                if (System.nanoTime() - begun > CATCHING_UP.toNanos()) {
                    throw new IOException("only " + known + " stories can be found");
                }
            }
            Measure.print("caught_up", stories / ((System.nanoTime() - begun) / 1e9), "stories/s", sizes(0));
            sql.execute("vacuum analyze newsroom.story_words, newsroom.story_mark, newsroom.live_mark");
            sql.execute("checkpoint");
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private void pages(House house, Desk desk) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        desk.get("editor", "/articles?size=100").body().path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        Shift editor = new Shift(house, "editor");
        Map<String, List<String>> kinds = new TreeMap<>();
        kinds.put("list", List.of("/stories"));
        kinds.put("filter", List.of("/stories?stage=IN_REVIEW", "/stories?stage=CHANGES_REQUESTED&section=sport",
                "/stories?section=qogam", "/stories?author=bench7", "/stories?tag=%D1%82%D0%B5%D0%B3+77",
                "/stories?outlook=LIVE", "/stories?outlook=NEVER", "/stories?outlook=PLANNED",
                "/stories?order=LONGEST_WAITING",
                "/stories?stage=IN_REVIEW&order=LONGEST_WAITING", "/stories?from=2024-05-01&to=2024-05-07",
                "/stories?author=bench7&tag=%D1%82%D0%B5%D0%B3+77"));
        kinds.put("history", ids.stream().limit(15).map(id -> "/stories/" + id + "/history").toList());
        kinds.put("write", ids.stream().limit(15).map(id -> "/stories/" + id).toList());
        kinds.put("search",
                SOUGHT.stream().map(words -> "/stories?q=" + URLEncoder.encode(words, UTF_8)).toList());
        for (int i = 0; i < 3; i++) {
            for (List<String> paths : kinds.values()) {
                for (String path : paths) {
                    editor.read(path);
                }
            }
        }
        List<Double> lists = new ArrayList<>();
        for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
            List<Double> all = new ArrayList<>();
            double worst = 0;
            String worstPath = "";
            for (String path : kind.getValue()) {
                double[] took = new double[READINGS];
                for (int i = 0; i < READINGS; i++) {
                    took[i] = editor.read(path);
                    all.add(took[i]);
                }
                double p95 = Measure.percentile(took, .95);
                if (p95 > worst) {
                    worst = p95;
                    worstPath = path;
                }
            }
            if (kind.getKey().equals("list") || kind.getKey().equals("filter")) {
                lists.addAll(all);
            }
            Map<String, Object> sizes = sizes(all.size());
            sizes.put("slowest", URLDecoder.decode(worstPath, UTF_8));
            sizes.put("slowest_p95", Double.parseDouble(String.format(Locale.ROOT, "%.1f", worst)));
            Measure.print(kind.getKey().equals("search") ? "desk_search_p95" : kind.getKey() + "_page_p95", p95(all),
                    "ms", sizes);
        }
        Measure.print("list_p95", p95(lists), "ms", sizes(lists.size()));
    }

    private static double p95(List<Double> all) {
        return Measure.percentile(all.stream().mapToDouble(Double::doubleValue).toArray(), .95);
    }

    private Map<String, Object> sizes(int readings) {
        Map<String, Object> sizes = new TreeMap<>();
        sizes.put("stories", stories);
        sizes.put("revisions", stories * (long) revisions);
        sizes.put("readings", readings);
        sizes.put("load", Measure.load());
        return sizes;
    }

    private void saves(House house, Desk desk, String author)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        List<String> ours = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < 2 * CLIENTS; i++) {
            (i % 2 == 0 ? ours : bare)
                    .add(desk.create("author", copy(i, 0), "desk-" + i).body().path("id").asText());
        }
        int[] api = ones();
        int[] sql = ones();
        // The newsroom of a working day has run for hours
        for (int i = 0; i < WARM; i++) {
            inTurn(client -> save(desk, ours.get(client), client, api));
        }
        double[] rates = new double[ROUNDS];
        double[] beside = new double[ROUNDS];
        List<Double> took = new ArrayList<>();
        List<Double> bareTook = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Connection connection = house.database("qalam_newsroom");
                connection.setAutoCommit(false);
                connections.add(connection);
                PreparedStatement revision = connection.prepareStatement(Rows.REVISION);
                PreparedStatement trail = connection.prepareStatement(Rows.TRAIL);
                callers.add(client -> Rows.save(connection, revision, trail, bare.get(client), ++sql[client], author,
                        copy(client, sql[client]).toString().getBytes(UTF_8)));
            }
            inTurn(client -> callers.get(client).save(client));
            for (int round = 0; round < ROUNDS; round++) {
                Saved saved = inTurn(client -> save(desk, ours.get(client), client, api));
                Saved bared = inTurn(client -> callers.get(client).save(client));
                rates[round] = saved.rate();
                beside[round] = bared.rate();
                for (double one : saved.took()) {
                    took.add(one);
                }
                for (double one : bared.took()) {
                    bareTook.add(one);
                }
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        Map<String, Object> sizes = sizes(took.size());
        sizes.put("clients", CLIENTS);
        sizes.put("rounds", ROUNDS);
        beside("save_rate", Measure.percentile(rates, .5), Measure.percentile(beside, .5), "saves/s", sizes);
        beside("save_p99", p99(took), p99(bareTook), "ms", sizes);
    }

    private static double p99(List<Double> all) {
        return Measure.percentile(all.stream().mapToDouble(Double::doubleValue).toArray(), .99);
    }

    private void beside(String measure, double figure, double peer, String unit, Map<String, ?> sizes) {
        ObjectNode line = json.createObjectNode().put("measure", measure).put("figure", rounded(figure))
                .put("unit", unit).put("beside", rounded(peer)).put("ratio", rounded(figure / peer));
        line.set("sizes", json.valueToTree(sizes));
        System.out.println(line);
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", figure));
    }

    private static int[] ones() {
        int[] numbers = new int[CLIENTS];
        java.util.Arrays.fill(numbers, 1);
        return numbers;
    }

    private interface Caller {
        void save(int client) throws Exception;
    }

    private void save(Desk desk, String article, int client, int[] numbers) throws IOException, InterruptedException {
        Desk.Answer answer = desk.save("author", article, numbers[client], copy(client, numbers[client] + 1));
        if (!answer.isGood()) {
            throw new IOException("a save was answered " + answer.status());
        }
        numbers[client]++;
    }

    /** All clients at once, each one save after the other, for a round's time. */
    private static Saved inTurn(Caller caller) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long begun = System.nanoTime();
            List<Future<List<Double>>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<List<Double>> saving = () -> {
                    List<Double> took = new ArrayList<>();
                    while (System.nanoTime() - begun < ROUND) {
                        long one = System.nanoTime();
                        caller.save(client);
                        took.add((System.nanoTime() - one) / 1e6);
                    }
                    return took;
                };
                work.add(clients.submit(saving));
            }
            List<Double> took = new ArrayList<>();
            for (Future<List<Double>> one : work) {
                took.addAll(one.get());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Saved(took.size() / seconds, took.stream().mapToDouble(Double::doubleValue).toArray());
        } finally {
            clients.shutdownNow();
        }
    }

    private ObjectNode copy(int client, int number) {
        ObjectNode copy = json.createObjectNode().put("headline", "Жүктеме сынағы " + client + " " + number)
                .put("language", "kk").put("lead", "Облыстық әкімдіктің баспасөз қызметі хабарлады.");
        ObjectNode paragraph = copy.putObject("body").put("type", "doc").putArray("content").addObject().put("type",
                "paragraph");
        paragraph.putArray("content").addObject().put("type", "text").put("text",
                "Жиында өңір басшысы биылғы жоспардың орындалу барысын баяндады. ".repeat(12).strip());
        return copy;
    }
}
