package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Approvals while publishing, web-admin and PostgreSQL are killed at random, and whether the promises held.
 *
 * <p>The verdict is not Qalam's: a ledger of what was acknowledged to the writers, and a reader who looks at the site all the
 * while. Each story has three texts, told apart by a word: «iya…» is approved, «joq…» is a later draft that nobody approved,
 * «erte…» is approved for the next day.
 */
public final class CrashRun {

    private static final List<String> VICTIMS = List.of("site", "newsroom", "postgresql");
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Pattern FORBIDDEN = Pattern.compile("(joq|erte)\\d+x");
    private static final Pattern PUBLIC = Pattern.compile("/maqala-(iya\\d+x)(?:-\\d+)?/");

    /** What was acknowledged of one story. */
    private record Entry(String mark, String article, String path, int revisions) {}

    /**
     * @param broken promises that did not hold, each in a sentence; empty when all did
     * @param slowest from the last kill until everything that had been acknowledged was readable
     */
    public record Verdict(int approvals, int kills, int looks, int retries, List<String> broken, Duration slowest) {}

    private final Path script;
    private final int approvals;
    private final int kills;
    private final long seed;
    private final Paragraphs paragraphs;

    private final Map<Integer, Entry> ledger = new ConcurrentHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param approvals at least; it goes on until @param kills were made too */
    public CrashRun(Path script, int approvals, int kills, long seed) {
        this.script = script;
        this.approvals = approvals;
        this.kills = kills;
        this.seed = seed;
        this.paragraphs = new Paragraphs(seed);
    }

    public Verdict run() throws IOException, InterruptedException, ExecutionException {
        try (House house = House.start(script)) {
            ExecutorService people = Executors.newCachedThreadPool();
            try {
                Desk desk = new Desk(house);
                Future<?> watching = people.submit(() -> watch(new Reader(house)));
                Future<?> killing = people.submit(() -> killAtRandom(house));
                AtomicInteger next = new AtomicInteger();
                List<Future<?>> writing = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    writing.add(people.submit(() -> write(desk, next)));
                }
                for (Future<?> writer : writing) {
                    writer.get();
                }
                killing.get();
                long lastKill = System.nanoTime();
                settle(new Reader(house), desk);
                Duration slowest = Duration.ofNanos(System.nanoTime() - lastKill);
                over.set(true);
                watching.get();
                return new Verdict(ledger.size(), killed.get(), looks.get(), retries.get(), List.copyOf(broken),
                        slowest);
            } finally {
                over.set(true);
                people.shutdownNow();
                people.awaitTermination(30, TimeUnit.SECONDS);
            }
        }
    }

    // ---------------------------------------------------------------------------------------- those who write

    private Void write(Desk desk, AtomicInteger next) throws InterruptedException {
        for (int number = next.getAndIncrement(); number < approvals
                || killed.get() < kills; number = next.getAndIncrement()) {
            String mark = "iya" + number + "x";
            ObjectNode copy = paragraphs.copy(number, mark);
            int story = number;
            String article = acknowledged(() -> desk.create("author", copy, mark)).path("id").asText();
            acknowledged(() -> desk.submit("author", article, 1, null));
            acknowledged(() -> desk.approve("reviewer", article, 1));
            JsonNode approved = acknowledged(() -> desk.get("author", "/articles/" + article));
            String path = approved.path("live").path("path").asText();
            ObjectNode draft = paragraphs.copy(number, "joq" + number + "x");
            acknowledged(() -> desk.save("author", article, 1, draft));
            ledger.put(story, new Entry(mark, article, path, 2));
            if (number % 10 == 0) {
                embargo(desk, number);
            }
        }
        return null;
    }

    private void embargo(Desk desk, int number) throws InterruptedException {
        String mark = "erte" + number + "x";
        String article = acknowledged(() -> desk.create("author", paragraphs.copy(number, mark), mark)).path("id")
                .asText();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        acknowledged(() -> desk.submit("author", article, 1, tomorrow));
        acknowledged(() -> desk.approve("reviewer", article, 1));
    }

    private interface Call {
        Desk.Answer send() throws IOException, InterruptedException;
    }

    /** Tries, as anyone on a bad line would, until it is acknowledged. Only «not now» is worth another try. */
    private JsonNode acknowledged(Call call) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                Desk.Answer answer = call.send();
                if (answer.isGood()) {
                    return answer.body();
                }
                last = "HTTP " + answer.status() + " " + answer.body().path("type").asText();
                if (answer.status() != 503 && answer.status() != 401) {
                    broken.add("a call was answered " + last);
                    if (answer.status() < 500) {
                        throw new IllegalStateException(last);
                    }
                }
            } catch (IOException down) {
                last = down.getClass().getSimpleName();
            }
            retries.incrementAndGet();
            Thread.sleep(200);
        }
        broken.add("a call was never acknowledged: " + last);
        throw new IllegalStateException(last);
    }

    // ---------------------------------------------------------------------------------------- the one who kills

    private Void killAtRandom(House house) throws InterruptedException, IOException {
        Random random = new Random(seed);
        while (killed.get() < kills) {
            Thread.sleep(1_500 + random.nextInt(3_000));
            if (house.kill(VICTIMS.get(random.nextInt(VICTIMS.size())))) {
                killed.incrementAndGet();
            }
        }
        return null;
    }

    // ---------------------------------------------------------------------------------------- the one who reads

    private Void watch(Reader reader) throws InterruptedException {
        Random random = new Random(seed + 1);
        List<String> lists = List.of("/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap-news.xml", "/qogam/",
                "/sport/");
        while (!over.get()) {
            look(reader, lists.get(random.nextInt(lists.size())), null);
            List<Entry> known = List.copyOf(ledger.values());
            if (!known.isEmpty()) {
                Entry entry = known.get(random.nextInt(known.size()));
                look(reader, entry.path(), entry.mark());
            }
            Thread.sleep(10);
        }
        return null;
    }

    private void look(Reader reader, String path, @Nullable String mark) throws InterruptedException {
        try {
            Reader.Page page = shown(reader, path);
            looks.incrementAndGet();
            // not there yet, or a site that has just begun and does not know: the ledger asks again in the end
            if (page.status() == 404 || page.status() == 503) {
                return;
            }
            if (page.status() != 200) {
                broken.add(path + " was answered " + page.status());
                return;
            }
            if (!isWhole(path, page.text())) {
                broken.add(path + " was served torn, " + page.text().length() + " characters");
            }
            Matcher forbidden = FORBIDDEN.matcher(page.text());
            if (forbidden.find()) {
                broken.add(path + " showed " + forbidden.group());
            }
            if (mark != null && !page.text().contains(mark)) {
                broken.add(path + " was not its story's page");
            }
        } catch (HttpTimeoutException slow) {
            broken.add(path + " was not answered in time");
        } catch (IOException down) {
            // killed just now: nothing was served, which is allowed; what is served must be whole
        }
    }

    /** Two parts that start at once keep a small machine busy: who is not answered in time looks again, once. */
    private static Reader.Page shown(Reader reader, String path) throws IOException, InterruptedException {
        try {
            return reader.get(path);
        } catch (HttpTimeoutException slow) {
            return reader.get(path);
        }
    }

    private static boolean isWhole(String path, String text) {
        String end = text.stripTrailing();
        if (path.endsWith("/")) {
            return end.endsWith("</html>");
        }
        return path.endsWith(".json") ? end.endsWith("}") : end.endsWith(">");
    }

    // ---------------------------------------------------------------------------------------- the reckoning

    /** Everything acknowledged is public, exactly once, with its whole history, within the time for recovery. */
    private void settle(Reader reader, Desk desk) throws InterruptedException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        for (Entry entry : ledger.values()) {
            try {
                reader.waitFor(entry.path(), entry.mark(),
                        Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            } catch (IOException missing) {
                broken.add("acknowledged and not public: " + entry.mark() + " " + entry.path());
            }
        }
        publicOnce(reader, end);
        for (Entry entry : ledger.values()) {
            wholeHistory(desk, entry);
        }
    }

    /** Lists follow the stories' pages; so they are asked until they tell all, or the time for recovery is over. */
    private void publicOnce(Reader reader, long end) throws InterruptedException {
        Map<String, Integer> seen = listed(reader);
        while (!seen.keySet().containsAll(marks()) && System.nanoTime() < end) {
            Thread.sleep(500);
            seen = listed(reader);
        }
        for (String mark : marks()) {
            int times = seen.getOrDefault(mark, 0);
            if (times != 1) {
                broken.add(mark + " is public " + times + " times");
            }
        }
        if (seen.size() != ledger.size()) {
            broken.add(seen.size() + " stories are public, " + ledger.size() + " were acknowledged");
        }
    }

    private List<String> marks() {
        return ledger.values().stream().map(Entry::mark).toList();
    }

    /** How often each story stands in the sitemaps; nothing while the site is down. */
    private static Map<String, Integer> listed(Reader reader) throws InterruptedException {
        Map<String, Integer> seen = new HashMap<>();
        try {
            Matcher maps = Pattern.compile("<loc>[^<]*?(/sitemap-[^<]+\\.xml)</loc>")
                    .matcher(reader.get("/sitemap.xml").text());
            while (maps.find()) {
                if (!maps.group(1).contains("news")) {
                    Matcher stories = PUBLIC.matcher(reader.get(maps.group(1)).text());
                    while (stories.find()) {
                        seen.merge(stories.group(1), 1, Integer::sum);
                    }
                }
            }
        } catch (IOException down) {
            return Map.of();
        }
        return seen;
    }

    private void wholeHistory(Desk desk, Entry entry) throws InterruptedException {
        JsonNode history = acknowledged(() -> desk.get("author", "/articles/" + entry.article() + "/revisions"));
        List<Integer> numbers = new ArrayList<>();
        JsonNode list = history.isArray()
                ? history
                : history.path("revisions").isArray() ? history.path("revisions") : history.path("items");
        list.forEach(revision -> numbers.add(revision.path("number").asInt()));
        Collections.sort(numbers);
        List<Integer> expected = new ArrayList<>();
        for (int i = 1; i <= entry.revisions(); i++) {
            expected.add(i);
        }
        if (!numbers.equals(expected)) {
            broken.add(entry.mark() + " has revisions " + numbers);
        }
        JsonNode editions = acknowledged(() -> desk.get("author", "/articles/" + entry.article() + "/editions"));
        JsonNode released = editions.isArray()
                ? editions
                : editions.path("editions").isArray() ? editions.path("editions") : editions.path("items");
        if (released.size() != 1) {
            broken.add(entry.mark() + " has " + released.size() + " editions");
        }
    }
}
