package kz.qalam.launcher.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How long from a reviewer's yes until readers have it: from sending the approval to a complete answer of the story's page,
 * of the front page and its section's, and of the feed, each holding the story.
 */
final class Approvals {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Reader reader;
    private final Paragraphs paragraphs;
    private int begun;

    Approvals(House house, Paragraphs paragraphs) {
        this.desk = new Desk(house);
        this.reader = new Reader(house);
        this.paragraphs = paragraphs;
    }

    /** In milliseconds, approval by approval. */
    record Seen(double[] page, double[] lists, double[] feed) {}

    /** One after the other. */
    Seen measure(int approvals) throws IOException, InterruptedException, ExecutionException {
        double[] page = new double[approvals];
        double[] lists = new double[approvals];
        double[] feed = new double[approvals];
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < approvals; i++) {
                int number = begun++;
                String mark = "belgi" + number + "x";
                // numbers below nought: no story of those that stand there already
                ObjectNode copy = tagged(paragraphs.copy(-1 - number, mark), number);
                String article = submitted(copy, mark);
                String path = path(mark);
                long begin = System.nanoTime();
                Future<Long> seenPage = readers.submit(() -> reader.waitFor(path, mark, PATIENCE));
                Future<Long> seenFront = readers.submit(() -> Math.max(reader.waitFor("/", mark, PATIENCE),
                        reader.waitFor("/" + copy.path("section").asText() + "/", mark, PATIENCE)));
                Future<Long> seenFeed = readers.submit(() -> reader.waitFor("/feed.xml", mark, PATIENCE));
                good(desk.approve("reviewer", article, 1));
                page[i] = (seenPage.get() - begin) / 1e6;
                lists[i] = (seenFront.get() - begin) / 1e6;
                feed[i] = (seenFeed.get() - begin) / 1e6;
            }
        } finally {
            readers.shutdownNow();
        }
        return new Seen(page, lists, feed);
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

    private String submitted(ObjectNode copy, String mark) throws IOException, InterruptedException {
        String article = good(desk.create("author", copy, mark)).body().path("id").asText();
        good(desk.submit("author", article, 1, null));
        return article;
    }

    private static Desk.Answer good(Desk.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException("HTTP " + answer.status() + " " + answer.body().path("title").asText());
        }
        return answer;
    }
}
