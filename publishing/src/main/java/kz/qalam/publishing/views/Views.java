package kz.qalam.publishing.views;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.agroal.api.AgroalDataSource;

/**
 * Counts readers. What is counted waits in memory for at most half a second and then goes to the database in one statement;
 * while that is away, pages go out all the same and what was counted waits. A reader who comes back to a story within half
 * an hour is not counted again; what tells readers apart is a hash that never leaves this process.
 */
@ApplicationScoped
public class Views {
    private static final Logger LOG = Logger.getLogger(Views.class);

    private static final Duration FLUSH = Duration.ofMillis(500);
    private static final Duration SAME_VISIT = Duration.ofMinutes(30);
    private static final int MOST_VISITS = 200_000;
    /** Were the database away for long, no more stories than this wait to be counted. */
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AGENTS = 5_000;
    private static final int MOST_KNOWN = 20_000;
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Cache<Long, Boolean> visits = Caffeine.newBuilder().maximumSize(MOST_VISITS)
            .expireAfterWrite(SAME_VISIT).build();
    private final Cache<String, Boolean> robots = Caffeine.newBuilder().maximumSize(MOST_AGENTS).build();
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    /** One question at a time: a database that is slow must not be asked by every reader at once. */
    private final Semaphore asking = new Semaphore(1);
    private final long salt = new SecureRandom().nextLong();
    private final Thread flusher = new Thread(this::run, "views");
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What the database told of a story; null as long as it was asked in vain. */
    private record Known(@Nullable Long views, long askedAt) {}

    Views(AgroalDataSource database) {
        this.database = database;
    }

    void start(@Observes Startup event) {
        flusher.start();
    }

    void stop(@Observes Shutdown event) throws InterruptedException {
        ended.countDown();
        flusher.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** A page has been handed out. Never waits for anything. */
    public void handedOut(Visit visit) {
        var agent = visit.agent();
        if (agent == null || !visit.isToBeRead()) {
            return;
        }
        var story = visit.story();
        if (story == null || robots.get(agent, Visit::isRobot)) {
            return;
        }
        var key = mixed(Objects.hash(visit.address(), story) * 0x9E3779B97F4A7C15L
                + Objects.hash(visit.agent(), story, visit.address()));
        if (visits.asMap().putIfAbsent(key, Boolean.TRUE) == null
                && (waiting.size() < MOST_WAITING || waiting.containsKey(story))) {
            waiting.merge(story, 1L, Long::sum);
        }
    }

    private long mixed(long hash) {
        var mixed = (hash ^ salt) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }

    private void run() {
        var wasUp = true;
        var over = false;
        while (!over) {
            try {
                over = ended.await(FLUSH.toMillis(), TimeUnit.MILLISECONDS);
                flush();
                wasUp = true;
            } catch (SQLException | RuntimeException e) {
                if (wasUp) {
                    LOG.warnf("views wait to be counted: %s", e.getClass().getSimpleName());
                }
                wasUp = false;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void flush() throws SQLException {
        var counted = new HashMap<String, Long>();
        for (var path : waiting.keySet()) {
            // Removed and read in one: what is counted meanwhile begins anew.
            var times = waiting.remove(path);
            if (times != null) {
                counted.put(path, times);
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            count(connection, counted);
        } catch (SQLException | RuntimeException e) {
            counted.forEach((path, times) -> waiting.merge(path, times, Long::sum));
            throw e;
        }
    }

    private static void count(Connection connection, Map<String, Long> counted) throws SQLException {
        try (var statement = connection.prepareStatement("select site.count_views(?, ?)")) {
            var paths = counted.keySet().toArray(String[]::new);
            var times = new Long[paths.length];
            for (int i = 0; i < paths.length; i++) {
                times[i] = counted.get(paths[i]);
            }
            statement.setArray(1, connection.createArrayOf("text", paths));
            statement.setArray(2, connection.createArrayOf("bigint", times));
            statement.execute();
        }
    }

    /**
     * How often a story was read, of whichever script; a moment ago, if the database is slow or away. May wait for it.
     * Nothing as long as it has not told once: what waits here alone is no count.
     */
    public OptionalLong of(String path) {
        var story = new Visit(path, "", null, null, null).story();
        if (story == null) {
            return OptionalLong.of(0);
        }
        var before = known.getIfPresent(story);
        var now = System.nanoTime();
        if ((before == null || now - before.askedAt() > KNOWN.toNanos()) && asking.tryAcquire()) {
            try {
                before = new Known(ask(story), now);
            } catch (SQLException | RuntimeException away) {
                // Asked again in a second, and until then told as it was.
                before = new Known(before == null ? null : before.views(), now);
            } finally {
                asking.release();
            }
            known.put(story, before);
        }
        var told = before == null ? null : before.views();
        return told == null ? OptionalLong.empty() : OptionalLong.of(told + waiting.getOrDefault(story, 0L));
    }

    private long ask(String story) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select views from site.reading where path = ?")) {
            statement.setString(1, story);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
