package kz.qalam.publishing.relay;

import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.SiteUnderTest;
import kz.qalam.publishing.target.FileChanged;

/**
 * What fell due while the site was down goes out as soon as it is up, however long its press takes stock: here it never gets
 * to print at all. The newsroom is one of its own, so that nobody else releases.
 */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class DueAtStartTest {

    @Inject
    Archive archive;

    @Inject
    Deliveries deliveries;

    @Inject
    Event<FileChanged> changes;

    @Inject
    RelayConfig config;

    @TempDir
    Path place;

    private static void say(String url, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatIsDueIsReleasedBeforeThePressBegins() throws Exception {
        var pressMayBegin = new CountDownLatch(1);
        var pressWouldBegin = new CountDownLatch(1);
        var silent = new Targets() {
            @Override
            String holder(String name) {
                pressWouldBegin.countDown();
                try {
                    pressMayBegin.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("nothing is printed here");
            }
        };
        try (var database = Database.start(place.resolve("database"));
                var newsroom = new Newsroom(database.url())) {
            var due = approved(newsroom, Instant.now());
            var later = approved(newsroom, Instant.now().plus(Duration.ofHours(1)));
            assertNull(newsroom.path(due), "nobody has released it");

            var relay = relay(silent, database);
            relay.start(null);
            try {
                until("the edition is released", () -> newsroom.path(due) != null);
                pressWouldBegin.await();
                assertNull(newsroom.path(later), "nothing early");
            } finally {
                pressMayBegin.countDown();
                relay.stop(null);
            }
        }
    }

    @Test
    void aHeldHouseReleasesNothingAtItsStart() throws Exception {
        var looks = new CountDownLatch(3);
        var elsewhere = new Targets() {
            @Override
            String holder(String name) {
                looks.countDown();
                // Noted by whoever holds it, and the relay starts over
                throw new IllegalStateException("nothing is printed here");
            }
        };
        try (var database = Database.start(place.resolve("database"));
                var newsroom = new Newsroom(database.url())) {
            var due = approved(newsroom, Instant.now());
            say(database.url(), "select newsroom.hold_house('RESTORED', now())");
            var relay = relay(elsewhere, database);
            relay.start(null);
            try {
                looks.await();
                assertNull(newsroom.path(due));
                assertEquals(0, newsroom.number("select count(*) from newsroom.release"));
                say(database.url(), "select newsroom.resume_house()");
                until("it is released once the house is resumed", () -> newsroom.path(due) != null);
            } finally {
                relay.stop(null);
            }
        }
    }

    /** A story whose first edition may go out from then on. */
    private static UUID approved(Newsroom newsroom, Instant from) throws SQLException {
        var copy = Copies.library();
        var article = newsroom.write(copy);
        newsroom.approve(article, copy, "FIRST", null, from);
        return article;
    }

    private Relay relay(Targets targets, Database database) {
        return new Relay(archive, targets, deliveries, config, changes, database.url(), "qalam_site",
                Database.PASSWORD);
    }
}
