package kz.qalam.publishing.relay;

import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** Readers do not notice that the database has gone; the newsroom does not notice that it was away. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class DatabaseLostTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = SiteUnderTest.DATABASE_FOLDER)
    Path database;

    @TestHTTPResource
    URI site;

    @Test
    void readersAreServedWithoutItAndReleasesFollowWhenItIsBack() throws Exception {
        var reader = new Reader(site);
        String path;
        try (var newsroom = new Newsroom(url)) {
            path = Objects.requireNonNull(newsroom.path(newsroom.publish(Copies.library(), 12L)));
        }
        until("published", () -> reader.get(path).statusCode() == 200);
        var views = "/-/views?path=" + path;
        until("its readers are told", () -> reader.get(views).body().equals("{\"views\":12}"));

        Database.kill(database);
        try {
            until("the loss is told",
                    () -> reader.get("/q/health/ready").body().replace(" ", "").contains("\"database\":\"down\""));
            for (int i = 0; i < 20; i++) {
                assertEquals(200, reader.get(path).statusCode());
                assertEquals(200, reader.get("/").statusCode());
                assertEquals("{\"views\":12}", reader.get(views).body(), "as it was told last");
                assertEquals(404, reader.get("/none/").statusCode());
                assertEquals(200, reader.get("/q/health/live").statusCode());
                assertEquals(200, reader.get("/q/health/ready").statusCode(), "who serves readers is ready");
                Thread.sleep(100);
            }
        } finally {
            // Tests that come after this one ask it too
            Database.revive(database);
        }
        try (var newsroom = new Newsroom(url)) {
            var copy = Copies.library();
            var next = Objects.requireNonNull(newsroom.path(newsroom.publish(copy)));
            until("published again", () -> reader.get(next).statusCode() == 200);
            until("listed again", () -> reader.get("/").body().contains(next));
            until("told", () -> reader.get("/q/health/ready").body().replace(" ", "").contains("\"database\":\"up\""));
            assertTrue(reader.get("/q/health/ready").body().replace(" ", "").contains("\"writing\":true"));
        }
    }
}
