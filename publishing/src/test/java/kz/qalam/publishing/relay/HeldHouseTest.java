package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.target.Folder;
import kz.qalam.publishing.target.TargetFailed;

/** A restored house may hold what was withdrawn since its backup: readers see nothing new of it until it is resumed. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class HeldHouseTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource
    URI site;

    @Inject
    Archive archive;

    @Inject
    Deliveries deliveries;

    @Inject
    Targets targets;

    @TempDir
    Path place;

    private Newsroom newsroom;
    private Connection owner;
    private Reader reader;

    @BeforeEach
    void open() throws SQLException {
        newsroom = new Newsroom(url);
        owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
        reader = new Reader(site);
    }

    @AfterEach
    void resume() throws Exception {
        say("select newsroom.resume_house()");
        until("it is resumed", () -> reader.get("/none/").statusCode() == 404);
        owner.close();
        newsroom.close();
    }

    private void say(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String published(String headline) throws Exception {
        var path = Objects.requireNonNull(newsroom.path(newsroom.publish(Copies.named(headline))));
        until(headline, () -> reader.get(path).statusCode() == 200);
        return path;
    }

    private void hold() throws Exception {
        say("select newsroom.hold_house('RESTORED', now())");
        until("it is held", () -> reader.get("/none/").statusCode() == 503);
    }

    @Test
    void whatStandsStaysAndNothingElseIsSaid() throws Exception {
        for (var live = newsroom.number("select count(*) from newsroom.standing where live"); live < 51; live++) {
            newsroom.publish(Copies.named("Көптің бірі " + live));
        }
        var story = newsroom.publish(Copies.named("Тұрған мақала"));
        var path = Objects.requireNonNull(newsroom.path(story));
        until("it is listed", () -> reader.get("/").body().contains("Тұрған мақала"));
        until("it is found", () -> reader.get("/search?q=тұрған").body().contains(path));
        hold();
        var closed = reader.get("/none/");
        assertEquals("300", closed.headers().firstValue("Retry-After").orElse(""));
        assertEquals("no-store", closed.headers().firstValue("Cache-Control").orElse(""));
        for (var said : List.of("Сайт қалпына келтіріліп жатыр", "Сайт восстанавливается",
                "The site is being restored")) {
            assertTrue(closed.body().contains(said), closed.body());
        }
        assertEquals(503, reader.get("/latn/none/").statusCode());
        assertEquals(200, reader.get(path).statusCode(), "readers keep what they have");
        assertEquals(503, reader.get("/search?q=тұрған").statusCode());
        assertFalse(reader.get("/search?q=тұрған").body().contains(path));
        assertEquals(503, reader.get("/-/related?path=" + path).statusCode());
        assertEquals(200, reader.get("/q/health/ready").statusCode());

        var front = reader.get("/").body();
        newsroom.withdraw(story, "Алынды.");
        until("what takes away goes out", () -> reader.get(path).statusCode() == 410);
        assertEquals(front, reader.get("/").body(), "lists wait");
        for (var feed : List.of("/feed.xml", "/atom.xml", "/feed.json", "/latn/feed.json")) {
            until(feed + " carries whole texts", () -> !reader.get(feed).body().contains(path));
        }
        // Live stories that wait to be printed again, for as long as the house is held, keep no order of a court
        say("update site.delivery set state = 'PENDING', next_try = clock_timestamp() - interval '1 hour'");
        say("select newsroom.redact('" + story + "', null, 'Сот шешімі', 'Reviewer', 'Сот шешімімен алынды.')");
        until("the order's notice stands there", () -> reader.get(path).body().contains("Сот шешімімен алынды."));
        say("select newsroom.redact('" + story + "', null, 'Екінші шешім', 'Reviewer', 'Екінші шешіммен алынды.')");
        until("a second order's too", () -> reader.get(path).body().contains("Екінші шешіммен алынды."));

        say("select newsroom.resume_house()");
        until("lists follow", () -> !reader.get("/").body().contains("Тұрған мақала"));
        until("feeds are there again", () -> reader.get("/feed.xml").statusCode() == 200);
        published("Кейінгі мақала");
    }

    @Test
    void aFullDiskKeepsNothingOfWhatIsWithdrawn() throws Exception {
        var story = newsroom.publish(Copies.named("Орын таппаған мақала"));
        var lease = Objects
                .requireNonNull(Lease.take(targets, "held-full", "one", Duration.ofMinutes(2), System::nanoTime, null));
        var folder = place.resolve("held-full");
        var press = new Press(archive, deliveries, Folder.open(folder, lease, file -> {}), lease,
                new Site("QALAM.KZ", "https://qalam.example"), new Assets());
        while (press.turn() || press.isReading()) {
            continue;
        }
        var path = Objects.requireNonNull(newsroom.path(story)).substring(1);
        assertTrue(Files.exists(folder.resolve("latn/" + path + "index.html")));
        hold();
        newsroom.withdraw(story, "Алынды.");
        until("it is withdrawn", () -> newsroom.number(
                "select count(*) from newsroom.standing where live and article = '" + story + "'") == 0);
        // As a full disk does, on which files can only be removed
        Files.delete(folder.resolve(".qalam/tmp"));
        Files.createFile(folder.resolve(".qalam/tmp"));
        assertThrows(TargetFailed.class, press::takeAway);
        for (var script : List.of("", "latn/", "arab/")) {
            assertFalse(Files.exists(folder.resolve(script + path + "index.html")), script);
            assertFalse(Files.exists(folder.resolve(script + "feed.xml")), script);
        }
        lease.leave();
    }

    @Test
    void anEmptyFolderStaysEmpty() throws Exception {
        newsroom.publish(Copies.named("Сот алдырған мақала"));
        hold();
        var lease = Objects
                .requireNonNull(Lease.take(targets, "restored", "one", Duration.ofMinutes(2), System::nanoTime, null));
        var folder = place.resolve("restored");
        var press = new Press(archive, deliveries, Folder.open(folder, lease, file -> {}), lease,
                new Site("QALAM.KZ", "https://qalam.example"), new Assets());
        while (press.takeAway()) {
            continue;
        }
        try (var all = Files.walk(folder)) {
            // that something is gone may be said: other tests withdraw stories too
            assertEquals(List.of(), all.filter(file -> file.toString().endsWith(".html")
                    && !file.toString().endsWith(".410.html")).toList());
        }
        assertThrows(House.Held.class, press::turn, "not even one that forgets to ask is given a text");
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, ISO_8859_1)
                        .contains(new String("Сот алдырған".getBytes(UTF_8), ISO_8859_1)), file.toString());
            }
        }
        assertEquals(0, press.position());
        say("select newsroom.resume_house()");
        while (press.turn() || press.isReading()) {
            continue;
        }
        assertTrue(Files.readString(folder.resolve("index.html")).contains("Сот алдырған мақала"));
        lease.leave();
    }
}
