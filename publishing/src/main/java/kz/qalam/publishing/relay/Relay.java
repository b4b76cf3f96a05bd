package kz.qalam.publishing.relay;

import java.sql.SQLException;
import java.time.Clock;
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

import kz.qalam.publishing.target.FileChanged;
import kz.qalam.publishing.target.Pressed;
import kz.qalam.publishing.target.TargetFailed;

/**
 * The one thread that follows releases: it hears the newsroom's bell, has the database release what is due, and, while this
 * process writes the target, has the press print. A lost database or a full disk makes it wait and try again; readers are
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

    private final RelayConfig config;
    private final String url;
    private final String user;
    private final String password;
    private final Archive archive;
    private final Reign reign;
    private final Thread follower = new Thread(this::run, "relay");
    private final Thread renewer = new Thread(this::renew, "lease");
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean databaseUp;

    Relay(Archive archive, Targets targets, Deliveries deliveries, RelayConfig config, Event<FileChanged> changes,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password) {
        this.config = config;
        this.url = url;
        this.user = user;
        this.password = password;
        this.archive = archive;
        this.reign = new Reign(archive, targets, deliveries, config, changes::fire);
    }

    void start(@Observes Startup event) {
        // A wrong one is refused now: trying again would not mend it
        Pressed.called(config.compressed());
        follower.start();
        renewer.start();
    }

    void stop(@Observes Shutdown event) throws InterruptedException {
        ended.countDown();
        follower.join(PATIENCE.toMillis());
        renewer.join(PATIENCE.toMillis());
        if (!follower.isAlive()) {
            reign.end();
        }
    }

    /** Beside the press, whatever that is at. */
    private void renew() {
        while (!hasEndedAfter(config.renewal())) {
            reign.renew();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        do {
            var started = Instant.now();
            try (var bell = Bell.hang(url, user, password)) {
                reign.resume();
                databaseUp = true;
                LOG.info("following releases");
                follow(bell);
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it was: without this thread nothing would be published any more.
                LOG.errorf("starting over: %s", reason(e));
            }
            databaseUp = false;
            var wasGood = Duration.between(started, Instant.now()).compareTo(config.longestPause()) > 0;
            pause = wasGood ? FIRST_PAUSE : min(pause.multipliedBy(2), config.longestPause());
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

    private void follow(Bell bell) throws SQLException {
        var pause = FIRST_PAUSE;
        var call = new Alarm(Clock.systemUTC(), System::nanoTime);
        while (ended.getCount() > 0) {
            var more = false;
            // Before anything is printed, and however much there is: what is due goes out on time. It is the database that
            // releases, whoever prints; a held house it refuses.
            if (call.rings()) {
                var due = bell.releaseDue();
                call.set(next(due, Instant.now()), config.backstop());
                more = due.released() > 0;
            }
            archive.lexicons.live();
            var held = archive.house.held();
            var rest = call.left();
            try {
                var press = reign.press();
                more |= press != null && (held ? press.takeAway() : press.turn());
                rest = press == null || held ? call.left() : min(call.left(), press.rest());
                pause = FIRST_PAUSE;
            } catch (Press.Replaced e) {
                reign.reopen();
                more = true;
            } catch (LeaseLost e) {
                LOG.warn("the target's lease lapsed");
            } catch (TargetFailed e) {
                LOG.errorf("%s; trying again in %d ms", e.getMessage(), pause.toMillis());
                if (hasEndedAfter(pause)) {
                    return;
                }
                pause = min(pause.multipliedBy(2), config.longestPause());
            }
            if (!more) {
                bell.await(rest);
            }
        }
    }

    /** When the next edition is due; what is due already is looked at again soon. */
    private static Instant next(Bell.Due due, Instant now) {
        var next = due.nextAt();
        if (next == null) {
            return Instant.MAX;
        }
        return next.isAfter(now) ? next : now.plus(BEING_DECIDED);
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

    /** How the relay stands, for those who watch. */
    record State(boolean database, boolean writing, long position, int waiting) {}

    State state() {
        var press = reign.current();
        return press == null
                ? new State(databaseUp, false, -1, 0)
                : new State(databaseUp, press.lease().held(), press.position(), press.waiting());
    }
}
