package kz.qalam.publishing.relay;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.target.FileChanged;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.TargetFailed;

/**
 * The one thread that follows releases: it hears the newsroom's bell, has the database release what is due, and, while it
 * holds the target's lease, has the press print. A lost database or a full disk makes it wait and try again; readers are
 * served all the while.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    /** An edition that is due and yet was not released is being decided on by someone: it is looked at again this soon. */
    private static final Duration BEING_DECIDED = Duration.ofMillis(50);
    /** How long the end of the application waits for a page that is being printed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int FRAMES = 12;

    private final Archive archive;
    private final Targets targets;
    private final Deliveries deliveries;
    private final RelayConfig config;
    private final Event<FileChanged> changes;
    private final String url;
    private final String user;
    private final String password;
    private final Holder holder;
    private final Thread thread = new Thread(this::run, "relay");
    private final Thread lessee = new Thread(this::keepLease, "lease");
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean databaseUp;
    private volatile @Nullable Press press;

    Relay(Archive archive, Targets targets, Deliveries deliveries, RelayConfig config, Event<FileChanged> changes,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password) {
        this.archive = archive;
        this.targets = targets;
        this.deliveries = deliveries;
        this.config = config;
        this.changes = changes;
        this.url = url;
        this.user = user;
        this.password = password;
        this.holder = new Holder(config.folder());
    }

    void start(@Observes Startup event) {
        thread.start();
        lessee.start();
    }

    void stop(@Observes Shutdown event) throws InterruptedException {
        ended.countDown();
        thread.join(PATIENCE.toMillis());
        lessee.join(PATIENCE.toMillis());
        var last = press;
        if (last != null && !thread.isAlive()) {
            try {
                last.lease().leave();
                holder.close();
            } catch (RuntimeException | IOException e) {
                LOG.debug("the lease is left to run out", e);
            }
        }
    }

    /** The lease is renewed beside the press, whatever that is at. */
    private void keepLease() {
        while (!hasEndedAfter(config.renewal())) {
            renew();
        }
    }

    private void renew() {
        var current = press;
        if (current != null && !current.lease().lost()) {
            try {
                current.lease().renew();
            } catch (RuntimeException e) {
                // It lapses by itself if the database stays away.
                LOG.warnf("the lease could not be renewed: %s", e.getClass().getSimpleName());
            }
        }
    }

    // ---- the thread

    private void run() {
        var pause = FIRST_PAUSE;
        do {
            var started = Instant.now();
            try (var bell = Bell.hang(url, user, password)) {
                resume();
                databaseUp = true;
                LOG.info("following releases");
                follow(bell);
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it was: without this thread nothing would be published any more.
                LOG.errorf("starting over: %s", reason(e));
            }
            databaseUp = false;
            if (Duration.between(started, Instant.now()).compareTo(config.longestPause()) > 0) {
                pause = FIRST_PAUSE;
            }
            pause = min(pause.multipliedBy(2), config.longestPause());
        } while (!hasEndedAfter(pause));
    }

    /** What went wrong, without its words, which may quote a row or a story; of a fault of ours, also where. */
    private static String reason(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "SQLSTATE " + sql.getSQLState();
            }
        }
        return problem.getClass().getSimpleName() + Arrays.stream(problem.getStackTrace()).limit(FRAMES)
                .map(frame -> " at " + frame).collect(Collectors.joining());
    }

    /** A lease that nobody took while the database was away goes on; the database says how far it had come. */
    private void resume() {
        var current = press;
        if (current != null) {
            current.lease().renew();
            if (current.lease().lost()) {
                release();
            } else {
                current.resume(targets.position(config.target()));
            }
        }
    }

    private void follow(Bell bell) throws SQLException {
        var pause = FIRST_PAUSE;
        var callAt = Instant.MIN;
        while (ended.getCount() > 0) {
            var more = false;
            try {
                more = print();
                pause = FIRST_PAUSE;
            } catch (LeaseLost e) {
                LOG.warn("the target's lease lapsed");
            } catch (TargetFailed e) {
                LOG.errorf("%s; trying again in %d ms", e.getMessage(), pause.toMillis());
                if (hasEndedAfter(pause)) {
                    return;
                }
                pause = min(pause.multipliedBy(2), config.longestPause());
            }
            if (!more && !Instant.now().isBefore(callAt)) {
                var due = bell.releaseDue();
                callAt = next(due, Instant.now());
                more = due.released() > 0;
            }
            if (!more) {
                bell.await(Duration.between(Instant.now(), callAt));
            }
        }
    }

    /** When the database is to be asked again: when the next edition is due, and at the latest after the backstop. */
    private Instant next(Bell.Due due, Instant now) {
        var latest = now.plus(config.backstop());
        var next = due.nextAt();
        if (next == null || next.isAfter(latest)) {
            return latest;
        }
        return next.isAfter(now) ? next : now.plus(BEING_DECIDED);
    }

    /** One turn of the press, if this process may write; true when there is more to do at once. */
    private boolean print() {
        var current = press;
        if (current != null && !current.lease().held()) {
            current.lease().renew();
            if (current.lease().lost()) {
                LOG.warn("another process has taken the target over");
                release();
                current = null;
            }
        }
        if (current == null) {
            current = takeOver();
        }
        return current != null && current.turn();
    }

    private void release() {
        press = null;
        try {
            holder.close();
        } catch (IOException e) {
            LOG.debug("the writer's file was closed already", e);
        }
    }

    private @Nullable Press takeOver() {
        var last = targets.holder(config.target());
        var lease = Lease.take(targets, config.target(), holder.name(), config.lease(), System::nanoTime,
                holder.name().equals(last) || holder.hasEnded(last) ? last : null);
        if (lease == null) {
            return null;
        }
        var folder = Folder.open(config.folder(), lease, changes::fire);
        try {
            holder.sign();
        } catch (IOException e) {
            throw new TargetFailed("the writer's name cannot be written", e);
        }
        var site = new Site(config.siteName(), config.siteUrl());
        var taken = new Press(archive, deliveries, folder, lease, site, Script.CYRILLIC, new Assets());
        press = taken;
        return taken;
    }

    private boolean hasEndedAfter(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    // ---- for those who watch

    /** How the relay stands. */
    record State(boolean database, boolean writing, long position, int behind) {}

    State state() {
        var current = press;
        return current == null
                ? new State(databaseUp, false, -1, 0)
                : new State(databaseUp, current.lease().held(), current.position(), current.behind());
    }
}
