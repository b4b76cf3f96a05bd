package kz.qalam.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether everything that was acknowledged is kept, when several people save over each other in the same stories. */
final class Kept {

    private static final int CLIENTS = 5;
    private static final int STORIES = 100;
    private static final int SAVES = 10_000;

    private final JsonMapper json = new JsonMapper();
    private final House house;
    private final Desk desk;
    private final long seed;
    /** What was acknowledged: the headline, by story and number. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger overwritten = new AtomicInteger();
    /** Acknowledged. */
    private final AtomicInteger saves = new AtomicInteger();

    Kept(House house, Desk desk, long seed) {
        this.house = house;
        this.desk = desk;
        this.seed = seed;
    }

    /** @throws IOException when something that was acknowledged is not there */
    void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        List<String> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            stories.add(
                    desk.create("author", copy("Бастауы " + i), "kept-" + seed + "-" + i).body().path("id").asText());
        }
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Void>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<Void> writing = () -> write(client, stories);
                work.add(clients.submit(writing));
            }
            for (Future<Void> one : work) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        int lost = lost();
        Measure.print("saves_kept", acknowledged.size() - lost, "saves", Map.of("acknowledged", acknowledged.size(),
                "refused", refused.get(), "overwritten", overwritten.get(), "lost", lost, "clients", CLIENTS, "stories",
                STORIES, "load", Measure.load()));
        if (lost > 0 || overwritten.get() > 0) {
            throw new IOException(lost + " saves were lost, " + overwritten.get() + " overwritten");
        }
    }

    /** Everyone goes on from what they last heard of a story: often that is old, and they are told. */
    private Void write(int client, List<String> stories) throws IOException, InterruptedException {
        Random random = new Random(seed * 31 + client);
        Map<String, Integer> heard = new HashMap<>();
        String user = client % 2 == 0 ? "author" : "editor";
        for (int i = 0; saves.get() < SAVES; i++) {
            String story = stories.get(random.nextInt(STORIES));
            int expected = heard.getOrDefault(story, 1);
            String headline = "Жазушы " + client + ", " + i + "-сақтау";
            Desk.Answer answer = desk.save(user, story, expected, copy(headline));
            if (answer.isGood()) {
                saves.incrementAndGet();
                String before = acknowledged.put(story + " " + (expected + 1), headline);
                if (before != null) {
                    overwritten.incrementAndGet();
                }
                heard.put(story, expected + 1);
            } else if (answer.status() == 412) {
                refused.incrementAndGet();
                heard.put(story, desk.get(user, "/articles/" + story).body().path("revision").asInt());
            } else {
                throw new IOException("a save was answered " + answer.status());
            }
        }
        return null;
    }

    private int lost() throws IOException, SQLException {
        int lost = acknowledged.size();
        try (Connection owner = house.database("qalam_owner");
                Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery(
                        "select article || ' ' || number, copy ->> 'headline' from newsroom.revision"
                                + " where article in (select id from newsroom.article where headline like 'Жазушы %')")) {
            while (rows.next()) {
                if (rows.getString(2).equals(acknowledged.get(rows.getString(1)))) {
                    lost--;
                }
            }
        }
        return lost;
    }

    private ObjectNode copy(String headline) {
        ObjectNode copy = json.createObjectNode().put("headline", headline).put("language", "kk");
        copy.putObject("body").put("type", "doc").putArray("content").addObject().put("type", "paragraph")
                .putArray("content").addObject().put("type", "text").put("text",
                        headline + " – осы мәтін тарихта сөзбе-сөз қалуы керек.");
        return copy;
    }
}
