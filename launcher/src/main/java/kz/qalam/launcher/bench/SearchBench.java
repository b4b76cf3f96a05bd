package kz.qalam.launcher.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The public search as readers meet it: pages of results over HTTP, to clients that ask one question after the other, over
 * live stories that the database made in sets and the site printed and indexed.
 * Questions are two or three words as they stand in texts. Then how soon a story is found that is published like any.
 */
public final class SearchBench {

    private static final int CLIENTS = 8;
    /** Seconds. */
    private static final int WARM = 120;
    private static final int ASKED = 30;
    private static final int QUESTIONS = 40_000;
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

    public void run() throws IOException, InterruptedException, SQLException {
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

    private void measure(House house) throws IOException, InterruptedException {
        Path wrk = Wrk.find();
        Random random = new Random(seed * 31);
        ask(wrk, house, questions(random), WARM);
        List<Long> site = List.of(house.pid("site"));
        double before = Cpu.of(site);
        Wrk.Told told = ask(wrk, house, questions(random), ASKED);
        double used = Cpu.of(site) - before;
        if (told.bad() > 0) {
            throw new IOException(told.bad() + " searches were not answered");
        }
        Map<String, Object> sizes = Map.of("stories", stories, "clients", CLIENTS, "questions", told.requests(), "load",
                Measure.load(), "cores", Runtime.getRuntime().availableProcessors());
        Measure.print("search_rate", told.requests() / told.seconds(), "questions/s", sizes);
        Measure.print("search_cpu", used * 1e3 / told.requests(), "ms/question", sizes);
        Measure.print("search_p50", told.p50(), "ms", sizes);
        Measure.print("search_p99", told.p99(), "ms", sizes);
    }

    private static Wrk.Told ask(Path wrk, House house, String questions, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.writeString(house.data().resolve("questions.lua"), questions);
        Process clients = new ProcessBuilder(wrk.toString(), "-t1", "-c" + CLIENTS, "-d" + seconds + "s", "--timeout",
                "30s", "-s", script.toString(), house.site()).redirectErrorStream(true).start();
        return Wrk.told(new String(clients.getInputStream().readAllBytes(), UTF_8));
    }

    /** In wrk's language: each is asked once, and then all of them again. */
    private String questions(Random random) {
        Set<String> questions = new LinkedHashSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add('"' + URLEncoder.encode(question(random), UTF_8) + '"');
        }
        return """
                local questions = {%s}
                local asked = 0
                request = function()
                  asked = asked + 1
                  return wrk.format("GET", "/search?q=" .. questions[(asked - 1) %% #questions + 1])
                end
                """.formatted(String.join(",\n", questions)) + Wrk.DONE;
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
