package kz.qalam.launcher.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills a house with stories as people do: written, submitted, approved, live. */
final class Filling {

    private static final int WRITERS = 4;
    private static final int TAGS = 40;

    private final Desk desk;
    private final Paragraphs paragraphs;

    Filling(Desk desk, Paragraphs paragraphs) {
        this.desk = desk;
        this.paragraphs = paragraphs;
    }

    /** A story with tags, so that its lists grow as well. */
    ObjectNode copy(int number) {
        return tagged(paragraphs.copy(number, "fill" + number), number);
    }

    static ObjectNode tagged(ObjectNode copy, int number) {
        copy.putArray("tags").add("тег " + number % TAGS).add("белгі " + number % 7);
        copy.putArray("bylines").addObject().put("name", "Автор " + number % 11);
        return copy;
    }

    void publish(int stories) throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < stories; i++) {
                int number = i;
                Callable<Void> publishing = () -> {
                    publishOne(number);
                    return null;
                };
                work.add(writers.submit(publishing));
            }
            int done = 0;
            for (Future<?> one : work) {
                one.get();
                if (++done % 500 == 0) {
                    System.err.println(done + " / " + stories);
                }
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private void publishOne(int number) throws IOException, InterruptedException {
        String article = good(desk.create("author", copy(number), "fill" + number)).body().path("id").asText();
        good(desk.submit("author", article, 1, null));
        good(desk.approve("reviewer", article, 1));
    }

    private static Desk.Answer good(Desk.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException("HTTP " + answer.status() + " " + answer.body().path("title").asText());
        }
        return answer;
    }
}
