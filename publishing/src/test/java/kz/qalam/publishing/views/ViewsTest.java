package kz.qalam.publishing.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** Readers are counted, and only readers, and nothing of them is kept. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class ViewsTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 ";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource
    URI site;

    private Newsroom newsroom;
    private Reader reader;

    @BeforeEach
    void open() throws SQLException {
        newsroom = new Newsroom(url);
        reader = new Reader(site);
    }

    @AfterEach
    void close() throws SQLException {
        newsroom.close();
    }

    private String views(String path) {
        return reader.get("/-/views?path=" + path).body();
    }

    private long counted(String path) throws SQLException {
        return newsroom.number("select coalesce(sum(views), 0) from site.reading where path = '" + path + "'");
    }

    private String published(Long imported) throws Exception {
        var path = Objects.requireNonNull(newsroom.path(newsroom.publish(Copies.library(), imported)));
        Reader.until(path + " stands", () -> reader.get(path).statusCode() == 200);
        return path;
    }

    @Test
    void readersAreCountedOnceAndOnTopOfThoseBefore() throws Exception {
        var path = published(1312L);
        for (int i = 0; i < 3; i++) {
            var answer = reader.get(path, "User-Agent", BROWSER + i);
            reader.get(path, "User-Agent", BROWSER + i, "If-None-Match",
                    answer.headers().firstValue("etag").orElseThrow());
            assertFalse(answer.headers().firstValue("set-cookie").isPresent());
        }
        Reader.until("three are written down", () -> counted(path) == 3);
        Reader.until("readers are told", () -> views(path).equals("{\"views\":1315}"));
    }

    @Test
    void whoDoesNotReadIsNotCounted() throws Exception {
        var path = published(null);
        reader.get(path, "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        reader.get(path, "User-Agent", "curl/8.5.0");
        reader.get(path, "User-Agent", BROWSER + "a", "Sec-Purpose", "prefetch;prerender");
        reader.get(path, "User-Agent", BROWSER + "b", "Purpose", "prefetch");
        reader.get(path, "User-Agent", BROWSER + "c", "Sec-Fetch-Dest", "empty");
        reader.send("HEAD", path, "User-Agent", BROWSER + "d");
        reader.get("/", "User-Agent", BROWSER + "e");
        reader.get("/2026/01/01/eshqashan-bolmagan/", "User-Agent", BROWSER + "f");
        reader.get(path, "User-Agent", BROWSER + "g");
        Reader.until("one is written down", () -> counted(path) == 1);
        assertEquals(0, newsroom.number("select count(*) from site.reading where path like '%eshqashan%'"));
    }

    /** A web server before the folder hands out pages by itself, and a browser shows what it fetched ahead. */
    @Test
    void aPageThatAsksIsRead() throws Exception {
        var path = published(null);
        var ask = "/-/views?path=/latn" + path;
        reader.get(ask, "User-Agent", BROWSER + "a", "Sec-Fetch-Site", "cross-site");
        reader.get(ask, "User-Agent", BROWSER + "b");
        reader.get(ask, "User-Agent", BROWSER + "c", "Sec-Fetch-Site", "same-origin", "Sec-Purpose",
                "prefetch;prerender");
        reader.get("/-/views?path=/2026/01/01/joq/", "User-Agent", BROWSER + "d", "Sec-Fetch-Site", "same-origin");
        reader.get(path, "User-Agent", BROWSER + "e", "Sec-Purpose", "prefetch");
        for (int i = 0; i < 2; i++) {
            reader.get(ask, "User-Agent", BROWSER + "e", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "empty");
        }
        reader.get(path, "User-Agent", BROWSER + "f");
        reader.get(ask, "User-Agent", BROWSER + "f", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "empty");
        Reader.until("two are written down", () -> counted(path) == 2);
        Thread.sleep(700);
        assertEquals(2, counted(path));
    }

    @Test
    void theSitesRoleOnlyAddsToCounts() throws Exception {
        try (var connection = DriverManager.getConnection(url, "qalam_site", Database.PASSWORD);
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("update site.reading set views = 0"));
            assertThrows(SQLException.class, () -> statement.execute("delete from site.reading"));
            assertThrows(SQLException.class,
                    () -> statement.execute("insert into site.reading (path) values ('/2026/01/01/x/')"));
            statement.execute("select site.count_views(array['/2026/01/01/x/'], array[5])");
            assertEquals(0, newsroom.number("select count(*) from site.reading where path = '/2026/01/01/x/'"));
            assertThrows(SQLException.class, () -> statement.execute("update site.seat set taken = false"));
            assertThrows(SQLException.class, () -> statement.execute("update site.topic set slug = 'x'"));
        }
    }
}
