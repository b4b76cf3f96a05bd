package kz.qalam.core.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Seals the trail every minute, and once more when the newsroom closes. */
@ApplicationScoped
class SealingRounds {

    private static final Logger LOG = Logger.getLogger(SealingRounds.class);

    private final SealingConfig config;
    private final DataSource database;
    private final Clock clock;
    private final Seals seals;
    private @Nullable Sealing sealing;

    SealingRounds(SealingConfig config, DataSource database, Clock clock, Seals seals) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.seals = seals;
    }

    @Scheduled(every = "${qalam.seals.every:60s}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void seal() {
        if (config.folder().isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            if (sealing == null) {
                sealing = new Sealing(config.folder().get());
            }
            Instant now = clock.instant();
            sealing.seal(connection, now);
            seals.went(now);
        } catch (SQLException | IOException e) {
            LOG.warnf("The trail was not sealed (%s); it is tried again", e.getClass().getSimpleName());
        }
    }

    void close(@Observes ShutdownEvent closing) {
        seal();
    }
}
