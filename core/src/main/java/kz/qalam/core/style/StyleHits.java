package kz.qalam.core.style;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Counts how often writers meet the rules of the book. A writer who goes on typing under a mark meets the rule once, so
 * each counts at most once a person in ten minutes. The counts are written down together, every half minute and when the
 * newsroom closes; a crash loses at most those.
 */
@ApplicationScoped
class StyleHits {

    private static final Logger LOG = Logger.getLogger(StyleHits.class);

    private static final Duration ONCE_IN = Duration.ofMinutes(10);

    /** Whoever has met more in ten minutes meets no more until some of that is forgotten. */
    private static final int MOST_REMEMBERED = 50_000;

    private final DataSource database;
    private final Map<Meeting, Long> met = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    private record Meeting(UUID person, String word) {}

    StyleHits(DataSource database) {
        this.database = database;
    }

    void meets(UUID person, String word) {
        Meeting meeting = new Meeting(person, word);
        if (met.size() < MOST_REMEMBERED && met.putIfAbsent(meeting, System.nanoTime()) == null) {
            counts.merge(word, 1, Integer::sum);
        }
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void writeDown() {
        long now = System.nanoTime();
        met.values().removeIf(at -> now - at > ONCE_IN.toNanos());
        Map<String, Integer> taken = new TreeMap<>();
        counts.keySet().forEach(word -> {
            Integer count = counts.remove(word);
            if (count != null) {
                taken.put(word, count);
            }
        });
        if (taken.isEmpty()) {
            return;
        }
        // One statement: all of it or nothing. In the order of the alphabet, so that two processes never wait in a ring
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into newsroom.style_hit (word, hits)
                        select t.word, t.hits from unnest(?, ?) as t (word, hits) order by t.word
                        on conflict (word, day) do update set hits = style_hit.hits + excluded.hits""")) {
            statement.setArray(1, connection.createArrayOf("text", taken.keySet().toArray()));
            statement.setArray(2, connection.createArrayOf("integer", taken.values().toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Hits of the style book were not written down (%s); they are added to the next", e.getSQLState());
            taken.forEach((word, count) -> counts.merge(word, count, Integer::sum));
        }
    }

    void close(@Observes ShutdownEvent closing) {
        writeDown();
    }
}
