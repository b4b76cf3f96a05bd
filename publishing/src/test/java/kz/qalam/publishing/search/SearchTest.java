package kz.qalam.publishing.search;

import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.language.NewsTime;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** What is live is found, by whatever a reader types; nothing else ever is. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class SearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "qalam.search.folder")
    Path index;

    @TestHTTPResource
    URI site;

    @Inject
    Ledger ledger;

    @Inject
    SearchConfig config;

    @Inject
    Language language;

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

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private JsonNode asked(String query) throws Exception {
        return JSON.readTree(reader.get("/-/search?q=" + query).body());
    }

    private boolean finds(String words, UUID article) throws Exception {
        var path = newsroom.path(article);
        return path != null && asked(encoded(words)).path("stories").findValuesAsText("path").contains(path);
    }

    private String page(String query) {
        return reader.get("/search?q=" + query).body();
    }

    private static Copy about(String headline, String text) {
        return Copies.named(headline).withBody(List.of(new Paragraph(text)));
    }

    @Test
    void everyWayOfWritingLeadsToAStory() throws Exception {
        var story = newsroom.publish(about("Балқаш көлінің жағасында маржанқұрт көрмесі",
                "Қонақтар өңірдегі балықшылардың жәдігерлерін тамашалады."));
        until("found", () -> finds("маржанқұрт", story));
        assertTrue(finds("балықшыларға", story), "another form");
        assertTrue(finds("balyqşylar", story), "Latin letters");
        assertTrue(finds("بالىقشىلار", story), "Arabic letters");
        assertTrue(finds("балыкшылар", story), "without Kazakh letters");
        assertTrue(finds("БАЛЫҚШЫ", story), "capitals");
        var page = page(encoded("балықшыларға маржанқұрттың"));
        assertTrue(page.contains("<mark>балықшылардың</mark>"), page);
        assertTrue(page.contains(Objects.requireNonNull(newsroom.path(story))));
    }

    @Test
    void whatWasProbablyMeantIsOffered() throws Exception {
        var story = newsroom.publish(about("Мектептер туралы сыншы сөз",
                "Мектептердегі оқушылар кітапхананы жиі пайдаланады."));
        until("found", () -> finds("оқушылар", story));
        var page = page(encoded("окушылар") + "&section=madeniet");
        assertTrue(page.contains("Осыны іздедіңіз бе?"), page);
        assertTrue(page.contains("&amp;section=madeniet") || page.contains("&section=madeniet"), page);
        assertFalse(page(encoded("оқушылар")).contains("Осыны іздедіңіз бе?"));
    }

    @Test
    void whatWasMeantIsOfferedInTheLettersOfThePageAndItsLinkFindsIt() throws Exception {
        var story = newsroom.publish(about("Қазақстан президенті", "Қазақстан президенті зергерлерді марапаттады."));
        until("found", () -> finds("зергерлер", story));
        var latin = reader.get("/latn/search?q=" + encoded("qazaqstan prezidentn")).body();
        var offered = Pattern.compile("<p class=\"meant\">[^<]*<a href=\"([^\"]+)\">qazaqstan prezident</a>")
                .matcher(latin);
        assertTrue(offered.find(), latin);
        var led = reader.get(offered.group(1).replace("&amp;", "&")).body();
        assertTrue(led.contains("/latn" + newsroom.path(story)), led);
        assertFalse(led.contains("class=\"meant\""), led);
        assertTrue(page(encoded("qazaqstan prezidentn")).contains(">қазақстан президент</a>"));
    }

    @Test
    void whatIsNotLiveIsNotFound() throws Exception {
        var draft = about("Құпиятекшелік жоба", "Құпиятекшелік сөз.");
        newsroom.write(draft);
        var planned = newsroom.write(draft);
        newsroom.approve(planned, draft, "FIRST", null, Instant.now().plus(Duration.ofDays(1)));
        newsroom.release();
        var live = newsroom.publish(about("Ашықтекшелік мақала", "Ескітекшелік сөз."));
        until("what came later is found", () -> finds("ашықтекшелік", live));
        for (var words : List.of("құпиятекшелік жоба", "Құпиятекшелік", "жоба")) {
            assertFalse(asked(encoded(words)).path("stories").toString().contains("пиятекшелік"), words);
        }

        newsroom.change(live, about("Ашықтекшелік мақала", "Жаңатекшелік сөз."), "CORRECTION", "Түзетілді.");
        until("the new text is found", () -> page(encoded("жаңатекшелік")).contains("<mark>Жаңатекшелік</mark>"));
        assertFalse(page(encoded("ашықтекшелік")).contains("Ескітекшелік"));

        newsroom.withdraw(live, null);
        // Where the site's own look for what is due came first, its release may still be on the way
        until("it is withdrawn", () -> newsroom.number(
                "select count(*) from newsroom.standing where live and article = '" + live + "'") == 0);
        // Checked with the database before it is shown: not even until the index has followed
        assertFalse(page(encoded("ашықтекшелік")).contains("мақала</a>"));
        until("it has left the index", () -> asked(encoded("жаңатекшелік")).path("total").asInt() == 0);
    }

    private boolean isOnTheDisk(String word) throws IOException {
        var kept = new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        try (var files = Files.list(index)) {
            for (var file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(kept)) {
                    return true;
                }
            }
        } catch (NoSuchFileException merged) {
            return isOnTheDisk(word);
        }
        return false;
    }

    @Test
    void whatIsRedactedLongAfterItWasWithdrawnIsLeftInNoFile() throws Exception {
        var story = newsroom.publish(about("Сызылатын мақала", "Ыбырқыжың сөз."));
        until("on the disk", () -> isOnTheDisk("Ыбырқыжың"));
        newsroom.withdraw(story, null);
        until("it has left the index", () -> asked(encoded("ыбырқыжың")).path("total").asInt() == 0);
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute("select newsroom.redact('" + story + "', null, 'Сот шешімі', 'Reviewer')");
        }
        until("purged", () -> !isOnTheDisk("Ыбырқыжың"));
    }

    /** As after a restore: the index begins in a held house. */
    @Test
    void whatWasRestoredIsFoundOnceItsHouseGoesOn(@TempDir Path empty) throws Exception {
        var story = newsroom.publish(about("Қайта оралған мақала", "Сақтық көшірмедегі сөз."));
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement();
                var restored = StoryIndex.open(empty, language.analyzer())) {
            var indexing = new Indexing(ledger, config, language);
            statement.execute("select newsroom.hold_house('RESTORED', now())");
            try {
                assertThrows(Ledger.Held.class, () -> follow(indexing, restored));
                until("it is held", () -> reader.get("/none/").statusCode() == 503);
            } finally {
                statement.execute("select newsroom.resume_house()");
                until("it goes on", () -> reader.get("/none/").statusCode() == 404);
            }
            follow(indexing, restored);
            restored.commit();
            assertEquals(newsroom.path(story), Objects.requireNonNull(restored.story(story)).path());
        }
    }

    private static void follow(Indexing indexing, StoryIndex index) throws Exception {
        while (indexing.step(index)) {
            continue;
        }
    }

    @Test
    void whatTellsOfTheSameIsNamedWhileItIsLive() throws Exception {
        var first = newsroom.publish(about("Ақтоғайда түйеқұс фермасы ашылды",
                "Түйеқұстардың жүнінен былғары тігіледі. Ферма иесі инкубатор сатып алған."));
        var second = newsroom.publish(about("Түйеқұс өсірген фермер",
                "Фермер инкубатордан шыққан түйеқұсты былғары цехына тапсырады."));
        newsroom.publish(about("Шахмат турнирі аяқталды", "Гроссмейстерлер жүлде алды."));
        var path = Objects.requireNonNull(newsroom.path(first));
        // In a paper of three stories all of them tell of the same, by the words that every one of these texts has
        until("named, and first", () -> newsroom.path(second).equals(related(path).path(0).path("path").asText()));
        var latin = related("/latn" + path).get(0);
        assertEquals("/latn" + newsroom.path(second), latin.path("path").asText());
        assertTrue(latin.path("headline").asText().startsWith("Tüieqūs"), latin.toString());
        newsroom.withdraw(second, null);
        until("no longer named",
                () -> !related(path).findValuesAsText("path").contains(newsroom.path(second)));
        for (var bad : List.of("", "/", "/2026/01/01/joq/x", "/..%2f", "/search")) {
            assertEquals(400, reader.get("/-/related?path=" + bad).statusCode(), bad);
        }
        for (var odd : List.of("%zz", "%", "%2", path + "%00", "%ff%fe", path + "&path=%zz", "a".repeat(2_000))) {
            assertEquals(400, reader.statusOf("GET /-/related?path=" + odd + " HTTP/1.1"), odd);
        }
        assertEquals(200, reader.statusOf("GET /-/related?path=" + path + "&path=/ HTTP/1.1"), "the first counts");
        assertEquals(0, related("/2020/01/01/joq/").size());
    }

    private JsonNode related(String path) throws Exception {
        return JSON.readTree(reader.get("/-/related?path=" + path).body()).path("stories");
    }

    @Test
    void whatAMergedSectionHadIsFoundInTheOther() throws Exception {
        newsroom.section("qazba", "Қазба");
        var story = newsroom.publish(about("Үшбұрышты қорған", "Үшбұрышты қорған қазылды.").withSection("qazba"));
        until("found", () -> finds("үшбұрышты", story));
        newsroom.section("tarih", "Тарих");
        newsroom.mergeSections("qazba", "tarih");
        var word = encoded("үшбұрышты");
        until("found in the other", () -> asked(word + "&section=tarih").path("stories").size() == 1);
        assertEquals("tarih", asked(word + "&section=qazba").path("stories").path(0).path("section").asText());
    }

    @Test
    void sectionsAndDaysNarrowWhatIsFound() throws Exception {
        var story = newsroom.publish(about("Қосбұрышты күмбез", "Қосбұрышты күмбез көтерілді."));
        var word = encoded("қосбұрышты");
        until("found", () -> finds("қосбұрышты", story));
        var today = LocalDate.now(NewsTime.ALMATY);
        assertEquals(1, asked(word + "&section=madeniet").path("stories").size());
        assertEquals(0, asked(word + "&section=sport").path("stories").size());
        assertEquals(1,
                asked(word + "&from=" + today.minusDays(1) + "&to=" + today.plusDays(1)).path("stories").size());
        assertEquals(0, asked(word + "&to=" + today.minusDays(2)).path("stories").size());
        assertEquals(0, asked(word + "&from=" + today.plusDays(2)).path("stories").size());
        assertEquals(0, asked(word + "&page=10").path("stories").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"section=../x", "page=0", "page=11", "page=-1", "page=x", "page=99999999999", "from=kesh",
            "from=2026-02-31", "to=0000-00-00", "from=2026-02-02&to=2026-02-01"})
    void whatIsUnclearIsSaid(String more) {
        assertEquals(400, reader.get("/search?q=x&" + more).statusCode());
        assertEquals(400, reader.get("/-/search?q=x&" + more).statusCode());
    }

    @Test
    void whateverIsAskedIsAnswered() throws Exception {
        until("open", () -> reader.get("/search?q=a").statusCode() == 200);
        for (var words : List.of("", "   ", "\"", "*:*", "title:[a TO z]", "a AND OR NOT (", "\\",
                "<script>alert(1)</script>",
                "қ".repeat(200), "а ".repeat(100), "\u0301".repeat(150), "\u202e\u0000\u0007қала", "😀😀", "-----")) {
            var answer = reader.get("/search?q=" + encoded(words));
            assertEquals(200, answer.statusCode(), words);
            assertFalse(answer.body().contains("<script>alert"), words);
            assertEquals(200, reader.get("/-/search?q=" + encoded(words)).statusCode(), words);
        }
        assertEquals(400, reader.get("/search?q=" + "a".repeat(201)).statusCode());
        assertTrue(page("a".repeat(201)).contains("200 таңбадан"));
        assertTrue(page(encoded("қзйцхщъэ")).contains("Ештеңе табылмады"));
        assertEquals(400, reader.statusOf("GET /search?q=%zz HTTP/1.1") / 100 * 100);
        assertEquals(200, reader.statusOf("GET /search?q=%ff%fe HTTP/1.1"));
    }

    @Test
    void thePageIsGuardedAndKeptByNobody() throws Exception {
        until("open", () -> reader.get("/search?q=a").statusCode() == 200);
        var answer = reader.get("/search?q=a");
        assertEquals("no-store", answer.headers().firstValue("cache-control").orElseThrow());
        var policy = answer.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"), policy);
        assertTrue(answer.body().contains("noindex"));
        assertFalse(answer.body().contains("style="));
        var head = reader.send("HEAD", "/search?q=a");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(405, reader.send("POST", "/search").statusCode());
        assertTrue(reader.get("/none/").body().contains("action=\"/search\"") || reader.get("/none/").body().isEmpty());
    }

    @Test
    void aFloodIsAskedToComeAgainAndReadersNoticeNothing() throws Exception {
        var path = Objects.requireNonNull(newsroom.path(newsroom.publish(Copies.library())));
        until(path, () -> reader.get(path).statusCode() == 200);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var flood = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 120; i++) {
            flood.add(client.sendAsync(
                    HttpRequest.newBuilder(site.resolve("/search?q=" + encoded("<b>қтапханалрды окыган " + i))).build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, reader.get(path).statusCode());
        }
        for (int i = 0; i < flood.size(); i++) {
            var answer = flood.get(i).get();
            assertTrue(answer.body().contains("value=\"&lt;b&gt;қтапханалрды окыган " + i + '"'),
                    "what was asked is lost, status " + answer.statusCode());
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 503, "status " + answer.statusCode());
            assertEquals(answer.statusCode() == 503, answer.headers().firstValue("retry-after").isPresent());
        }
    }
}
