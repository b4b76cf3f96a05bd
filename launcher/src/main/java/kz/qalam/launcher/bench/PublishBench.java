package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How long from a reviewer's yes until readers have it: from sending the approval to a complete answer of the story's page,
 * of the front page and its section's, and of the feed, each holding the story. Over a site that has stories already.
 */
public final class PublishBench {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path script;
    private final int stories;
    private final int approvals;
    private final long seed;
    private final Paragraphs paragraphs;

    /** @param stories live before it begins; @param approvals measured, one after the other */
    public PublishBench(Path script, int stories, int approvals, long seed) {
        this.script = script;
        this.stories = stories;
        this.approvals = approvals;
        this.seed = seed;
        this.paragraphs = new Paragraphs(seed);
    }

    public void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        try (House house = House.start(script)) {
            Desk desk = new Desk(house);
            Reader reader = new Reader(house);
            Filling.publish(house, stories, seed);
            // What is measured is a site at work, not one that is still being filled.
            Cpu.rest(house, "site");
            measure(desk, reader);
        }
    }

    private void measure(Desk desk, Reader reader) throws IOException, InterruptedException, ExecutionException {
        double[] page = new double[approvals];
        double[] lists = new double[approvals];
        double[] feed = new double[approvals];
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < approvals; i++) {
                String mark = "belgi" + i + "x";
                ObjectNode copy = tagged(paragraphs.copy(stories + i, mark), i);
                String article = submitted(desk, copy, mark);
                String path = path(mark);
                long begin = System.nanoTime();
                Future<Long> seenPage = readers.submit(() -> reader.waitFor(path, mark, PATIENCE));
                Future<Long> seenFront = readers.submit(() -> Math.max(reader.waitFor("/", mark, PATIENCE),
                        reader.waitFor("/" + copy.path("section").asText() + "/", mark, PATIENCE)));
                Future<Long> seenFeed = readers.submit(() -> reader.waitFor("/feed.xml", mark, PATIENCE));
                approve(desk, article);
                page[i] = (seenPage.get() - begin) / 1e6;
                lists[i] = (seenFront.get() - begin) / 1e6;
                feed[i] = (seenFeed.get() - begin) / 1e6;
            }
        } finally {
            readers.shutdownNow();
        }
        Map<String, Object> sizes = Map.of("stories", stories, "approvals", approvals, "cores",
                Runtime.getRuntime().availableProcessors());
        Measure.print("visible_page_p50", Measure.percentile(page, .5), "ms", sizes);
        Measure.print("visible_page_p95", Measure.percentile(page, .95), "ms", sizes);
        Measure.print("visible_lists_p95", Measure.percentile(lists, .95), "ms", sizes);
        Measure.print("visible_feed_p95", Measure.percentile(feed, .95), "ms", sizes);
    }

    /** A story with tags and an author, so that all its lists grow. */
    private static ObjectNode tagged(ObjectNode copy, int number) {
        copy.putArray("tags").add("тег " + number % 500).add("белгі " + number % 7);
        copy.putArray("bylines").addObject().put("name", "Автор " + number % 11);
        return copy;
    }

    private static String path(String mark) {
        return DateTimeFormatter.ofPattern("/yyyy/MM/dd/").format(LocalDate.now(ZoneId.of("Asia/Almaty")))
                + Paragraphs.slug(mark) + "/";
    }

    private String submitted(Desk desk, ObjectNode copy, String mark) throws IOException, InterruptedException {
        Desk.Answer created = good(desk.create("author", copy, mark));
        String article = created.body().path("id").asText();
        good(desk.submit("author", article, 1, null));
        return article;
    }

    private static String approve(Desk desk, String article) throws IOException, InterruptedException {
        good(desk.approve("reviewer", article, 1));
        return article;
    }

    private static Desk.Answer good(Desk.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException("HTTP " + answer.status() + " " + answer.body().path("title").asText());
        }
        return answer;
    }
}
