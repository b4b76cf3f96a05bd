package kz.qalam.publishing.site;

import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.aayushatharva.brotli4j.decoder.Decoder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** What readers' programs are answered. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class ServingTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource
    URI site;

    @Inject
    SiteConfig config;

    private Newsroom newsroom;
    private Reader reader;

    @BeforeEach
    void open() throws Exception {
        newsroom = new Newsroom(url);
        reader = new Reader(site);
        until("there is a front page", () -> reader.get("/").statusCode() == 200);
    }

    @AfterEach
    void close() throws SQLException {
        newsroom.close();
    }

    private String published(Long views) throws Exception {
        var path = Objects.requireNonNull(newsroom.path(newsroom.publish(Copies.library(), views)));
        until(path, () -> reader.get(path).statusCode() == 200);
        return path;
    }

    @Test
    void nothingRunsAndNothingComesFromElsewhere() throws Exception {
        var path = published(null);
        for (var answer : List.of(reader.get("/"), reader.get(path), reader.get("/none"), reader.send("POST", "/"),
                reader.get("/feed.xml"))) {
            var policy = answer.headers().firstValue("content-security-policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"),
                    policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", answer.headers().firstValue("x-content-type-options").orElseThrow());
            assertTrue(answer.headers().firstValue("referrer-policy").isPresent());
        }
        for (var page : List.of("/", path, "/madeniet/")) {
            var html = reader.get(page).body();
            var sources = Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]*)\"")
                    .matcher(html.replaceAll("<link rel=\"(canonical|alternate\" hreflang)[^>]*>", ""));
            while (sources.find()) {
                assertTrue(sources.group(1).startsWith("/"), sources.group(1));
            }
            assertFalse(html.contains(" style=\""), html);
            assertFalse(Pattern.compile(" on[a-z]+=\"").matcher(html).find(), html);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a;b", "/q/health;x", "/a%3Bb/", "/a%2Fb", "/a%5cb", "/a\\b", "/../etc/passwd",
            "/-/../.qalam/manifest", "/%2e%2e/", "/a%00b", "/%ff",
            "/%c3%28"})
    void addressesThatCouldMeanTwoThingsAreRefusedBeforeRouting(String path) {
        assertEquals(400, reader.statusOf("GET " + path + " HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.qalam/manifest", "/.qalam/gone.map", "/.qalam/writer", "//evil.example/", "/none/",
            "/404.html", "/index.410.html", "/-/views/2026/",
            "/%D2%9B/", "/search/x?q=x", "/feed.xml/"})
    void whatIsNotOfTheSiteIsNotFound(String path) {
        assertEquals(404, reader.statusOf("GET " + path + " HTTP/1.1"));
    }

    @Test
    void longAddressesAreNotFoundEither() {
        assertEquals(404, reader.statusOf("GET /" + "a".repeat(300) + "/ HTTP/1.1"));
        assertEquals(404, reader.statusOf("GET " + "/a".repeat(500) + " HTTP/1.1"));
        assertEquals(414, reader.statusOf("GET /" + "a".repeat(5000) + " HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void readersOnlyRead(String method) {
        assertEquals(405, reader.statusOf(method + " / HTTP/1.1"));
        assertEquals(405, reader.statusOf(method + " /q/health/live HTTP/1.1"));
    }

    @Test
    void nothingStandsWhereNothingStood() {
        var answer = reader.get("/2026/01/01/joq/");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("Бет табылмады"));
        assertTrue(answer.headers().firstValue("content-type").orElseThrow().startsWith("text/html"));
    }

    @Test
    void aMissingSlashIsAdded() throws Exception {
        var path = published(null);
        var bare = reader.get(path.substring(0, path.length() - 1));
        assertEquals(301, bare.statusCode());
        assertEquals(path, bare.headers().firstValue("location").orElseThrow());
        var file = reader.get(path + "index.html");
        assertEquals(301, file.statusCode());
        assertEquals(path, file.headers().firstValue("location").orElseThrow());
    }

    @Test
    void whoHasTheseBytesIsNotSentThemAgain() throws Exception {
        var path = published(null);
        var first = reader.get(path);
        var tag = first.headers().firstValue("etag").orElseThrow();
        assertFalse(first.headers().firstValue("last-modified").isPresent());

        var second = reader.get(path, "If-None-Match", "\"other\", " + tag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
        assertEquals(tag, second.headers().firstValue("etag").orElseThrow());
        assertEquals(304, reader.get(path, "If-None-Match", "W/" + tag).statusCode());
        assertEquals(200, reader.get(path, "If-None-Match", "\"other\"").statusCode());
        assertTrue(first.headers().firstValue("cache-control").orElseThrow().contains("must-revalidate"));
    }

    @Test
    void headSaysWhatGetWouldSend() throws Exception {
        var path = published(null);
        var get = reader.get(path);
        var head = reader.send("HEAD", path);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (var header : List.of("content-length", "etag", "content-type", "cache-control", "vary")) {
            assertEquals(get.headers().firstValue(header), head.headers().firstValue(header), header);
        }
    }

    @Test
    void textIsSentCompressedToWhoTakesIt() throws Exception {
        var path = published(null);
        var plain = reader.get(path);
        var answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(site.resolve(path)).header("Accept-Encoding", "deflate, gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("content-encoding").orElseThrow());
        assertEquals("Accept-Encoding", answer.headers().firstValue("vary").orElseThrow());
        assertNotEquals(plain.headers().firstValue("etag"), answer.headers().firstValue("etag"));
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertEquals(plain.body(), new String(unzipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        // The page comes first, its better form when there is time
        var better = answer;
        for (var end = Instant.now().plusSeconds(90); better.headers().firstValue("content-encoding").orElseThrow()
                .equals("gzip"); Thread.sleep(20)) {
            assertTrue(Instant.now().isBefore(end));
            better = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(site.resolve(path)).header("Accept-Encoding", "gzip, br").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
        assertEquals("br", better.headers().firstValue("content-encoding").orElseThrow());
        assertTrue(better.body().length < answer.body().length);
        assertEquals(plain.body(), new String(Decoder.decompress(better.body()).getDecompressedData(),
                java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(404, reader.get(path + "index.html.br").statusCode());
        assertFalse(
                reader.get(path, "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding").isPresent());
    }

    @Test
    void whatCarriesItsDigestIsKeptForEver() {
        var style = Pattern.compile("/-/assets/site\\.[0-9a-f]+\\.css").matcher(reader.get("/").body());
        assertTrue(style.find());
        var answer = reader.get(style.group());
        assertEquals(200, answer.statusCode());
        assertEquals("public, max-age=31536000, immutable", answer.headers().firstValue("cache-control").orElseThrow());
        assertTrue(answer.headers().firstValue("content-type").orElseThrow().startsWith("text/css"));
    }

    @Test
    void viewsAreTold() throws Exception {
        var read = "/-/views?path=" + published(1204L);
        // What was read elsewhere is told once the counter has heard of the story
        until("the imported views", () -> reader.get(read).body().equals("{\"views\":1204}"));
        var counted = reader.get(read);
        assertEquals(200, counted.statusCode());
        assertEquals("{\"views\":1204}", counted.body());
        assertEquals("application/json", counted.headers().firstValue("content-type").orElseThrow());
        assertEquals("{\"views\":0}", reader.get("/-/views?path=" + published(null)).body());
        for (var wrong : List.of("", "?path=", "?path=/", "?path=/none/", "?path=../", "?path=/.qalam/",
                "?path=%2F2026%2F")) {
            assertEquals(404, reader.get("/-/views" + wrong).statusCode(), wrong);
        }
        for (var odd : List.of("%00", "%ff%fe", "a".repeat(2_000))) {
            assertEquals(404, reader.statusOf("GET /-/views?path=" + odd + " HTTP/1.1"), odd);
        }
        for (var garbled : List.of("%zz", "%", "%2", "/&path=%zz")) {
            assertEquals(400, reader.statusOf("GET /-/views?path=" + garbled + " HTTP/1.1"), garbled);
        }
        assertEquals(200, reader.statusOf("GET " + read + "&path=/ HTTP/1.1"), "the first counts");
    }

    @Test
    void whatAnotherProcessWritesIsSeenSoon() throws Exception {
        var path = published(null);
        var file = config.folder().resolve(path.substring(1) + "index.html");
        var half = config.folder().resolve(".qalam/tmp/other");
        Files.writeString(half, "<p>басқа</p>");
        Files.move(half, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        until("the other's page", () -> reader.get(path).body().equals("<p>басқа</p>"));
    }

    @Test
    void robotsAreShownTheSitemaps() {
        var robots = reader.get("/robots.txt").body();
        assertTrue(robots.contains("Sitemap: https://qalam.example/sitemap.xml"), robots);
    }
}
