package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/**
 * The public search as readers meet it: pages of results over HTTP, to clients that ask one question after the other, over
 * live stories that the database made in sets and the site printed and indexed.
 * Questions are two or three words as they stand in texts. Then how soon a story is found that is published like any.
 */
public final class SearchBench {

    private static final int CLIENTS = 8;
    private static final int WARM = 500;
    private static final int ASKED = 1_000;
    private static final int PUBLISHED = 20;
    private static final Duration MOST = Duration.ofMinutes(30);

    private final Path script;
    private final int stories;
    private final long seed;
    private final Paragraphs paragraphs;

    /** @param stories that the site holds */
    public SearchBench(Path script, int stories, long seed) {
        this.script = script;
        this.stories = stories;
        this.seed = seed;
        this.paragraphs = new Paragraphs(seed);
    }

    public void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        try (House house = House.start(script)) {
            Desk desk = new Desk(house);
            long begun = System.nanoTime();
            Filling.publish(house, stories, seed);
            // the index follows in the order of releases: what is published now is the last
            String last = publish(desk, 0);
            new Reader(house).waitFor("/-/search?q=" + last, Paragraphs.slug(last), MOST);
            Measure.print("search_indexed", stories / ((System.nanoTime() - begun) / 1e9), "stories/s, with printing",
                    Map.of("stories", stories, "load", Measure.load()));
            measure(house);
            found(house, desk);
        }
    }

    /** @return the word by which it can be found */
    private String publish(Desk desk, int number) throws IOException, InterruptedException {
        String mark = "jana" + number + "x" + seed;
        Desk.Answer started = desk.create("author", paragraphs.copy(-1 - number, mark), mark);
        String article = started.body().path("id").asText();
        if (!desk.submit("author", article, 1, null).isGood() || !desk.approve("reviewer", article, 1).isGood()) {
            throw new IOException("a story was not published");
        }
        return mark;
    }

    /** From the approval's answer to the first search that finds it. */
    private void found(House house, Desk desk) throws IOException, InterruptedException {
        double[] took = new double[PUBLISHED];
        Reader reader = new Reader(house);
        for (int i = 0; i < PUBLISHED; i++) {
            String mark = publish(desk, i + 1);
            long begun = System.nanoTime();
            reader.waitFor("/-/search?q=" + mark, Paragraphs.slug(mark), MOST);
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Map<String, Object> sizes = Map.of("stories", stories, "published", PUBLISHED, "load", Measure.load());
        Measure.print("search_found_p50", Measure.percentile(took, .5), "ms", sizes);
        Measure.print("search_found_p95", Measure.percentile(took, .95), "ms", sizes);
    }

    private void measure(House house) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<double[]>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                Callable<double[]> client = () -> ask(house.site(), new Random(seed * 31 + number));
                work.add(clients.submit(client));
            }
            DoubleStream times = DoubleStream.empty();
            for (Future<double[]> one : work) {
                times = DoubleStream.concat(times, DoubleStream.of(one.get()));
            }
            double[] all = times.toArray();
            Map<String, Object> sizes = Map.of("stories", stories, "clients", CLIENTS, "questions", all.length, "load",
                    Measure.load(), "cores", Runtime.getRuntime().availableProcessors());
            Measure.print("search_p50", Measure.percentile(all, .5), "ms", sizes);
            Measure.print("search_p99", Measure.percentile(all, .99), "ms", sizes);
        } finally {
            clients.shutdownNow();
        }
    }

    private double[] ask(String site, Random random) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        double[] times = new double[ASKED];
        for (int i = -WARM; i < ASKED; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                    site + "/search?q=" + URLEncoder.encode(question(random), StandardCharsets.UTF_8))).build();
            long begun = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("a search answered " + answer.statusCode());
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return times;
    }

    private String question(Random random) {
        String[] words = paragraphs.copy(1 + random.nextInt(stories), "").path("headline").asText().strip().split(
                "\\s+",
                -1);
        int from = random.nextInt(Math.max(1, words.length - 2));
        int to = Math.min(words.length, from + 2 + random.nextInt(2));
        return String.join(" ", List.of(words).subList(from, to));
    }
}
