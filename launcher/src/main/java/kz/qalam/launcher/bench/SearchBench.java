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
 * stories that were written, approved and released like any. Questions are two or three words as they stand in headlines.
 */
public final class SearchBench {

    private static final int CLIENTS = 8;
    private static final int WARM = 100;
    private static final int ASKED = 250;
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

    public void run() throws IOException, InterruptedException, ExecutionException {
        try (House house = House.start(script)) {
            new Filling(new Desk(house), paragraphs).publish(stories);
            String last = "fill" + (stories - 1);
            new Reader(house).waitFor("/-/search?q=" + last, Paragraphs.slug(last), MOST);
            measure(house);
        }
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
        String[] words = paragraphs.copy(random.nextInt(stories), "").path("headline").asText().strip().split("\\s+",
                -1);
        int from = random.nextInt(Math.max(1, words.length - 2));
        int to = Math.min(words.length, from + 2 + random.nextInt(2));
        return String.join(" ", List.of(words).subList(from, to));
    }
}
