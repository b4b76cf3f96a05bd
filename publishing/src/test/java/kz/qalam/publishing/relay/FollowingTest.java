package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Source;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** What the newsroom releases is what readers get: nothing else, nothing less, nothing early. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class FollowingTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource
    URI site;

    @Inject
    RelayConfig config;

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

    private String path(UUID article) throws SQLException {
        return Objects.requireNonNull(newsroom.path(article));
    }

    private String shown(UUID article, String text) throws Exception {
        var path = path(article);
        until(path + " shows " + text, () -> reader.get(path).body().contains(text));
        return reader.get(path).body();
    }

    private void listed(String path) throws Exception {
        for (var list : List.of("/", "/madeniet/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap-news.xml")) {
            until(list + " names " + path, () -> reader.get(list).body().contains(path));
        }
        until("a sitemap names " + path, () -> sitemaps().contains(path));
    }

    /** All sitemaps that the index names, one after another. */
    private String sitemaps() {
        var all = new StringBuilder();
        for (var line : reader.get("/sitemap.xml").body().split("<loc>", -1)) {
            if (line.startsWith("https://qalam.example")) {
                all.append(reader.get(line.substring("https://qalam.example".length(), line.indexOf('<'))).body());
            }
        }
        return all.toString();
    }

    @Test
    void aReleasedStoryIsAPageAndStandsInEveryList() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy, 1312L);

        var page = shown(article, copy.headline());

        assertTrue(page.contains("<h1>" + copy.headline() + "</h1>"), page);
        assertTrue(page.contains("<p class=\"lead\">" + copy.lead() + "</p>"), page);
        assertTrue(page.contains("rel=\"author\">Айгүл Серікова</a></li>"), page);
        assertTrue(page.contains("Дереккөз: Қала әкімдігі"), page);
        assertTrue(page.contains("1\u00a0312 қаралым"), page);
        assertTrue(page.contains("<a href=\"/madeniet/\">Мәдениет</a>"), page);
        assertTrue(page.contains(
                "–&nbsp;</span>Біз бұл күнді көп күттік. Кітапхана\u00a0– қаланың жүрегі,&nbsp;– деді қала әкімі.</p>"),
                page);
        assertTrue(page.contains("<link rel=\"canonical\" href=\"https://qalam.example" + path(article) + "\">"), page);
        assertTrue(page.contains("<html lang=\"kk\""), page);
        listed(path(article));
    }

    @Test
    void receiptsTellOfEveryRelease() throws Exception {
        var article = newsroom.publish(Copies.library());
        shown(article, "Қалада");
        var release = newsroom.number("select max(number) from newsroom.release");

        until("release " + release + " is delivered", () -> newsroom.number(
                "select count(*) from site.delivery where state = 'DELIVERED' and delivered_at is not null and release = "
                        + release) == 1);

        assertEquals(0, newsroom.number("""
                select count(*) from newsroom.release r
                 where number <= (select position from site.target where name = 'site')
                   and not exists (select from site.delivery d where d.release = r.number and d.receiver = 'site')"""));
    }

    @Test
    void whatIsNotReleasedIsInNoFile() throws Exception {
        var draft = Copies.library().withLead("құпия-жоба-мәтіні");
        newsroom.write(draft);
        var embargoed = Copies.library().withLead("құпия-эмбарго-мәтіні");
        var article = newsroom.write(embargoed);
        newsroom.approve(article, embargoed, "FIRST", null, Instant.now().plus(Duration.ofHours(2)));
        newsroom.release();
        var live = newsroom.publish(Copies.library());
        shown(live, "Қалада");
        listed(path(live));

        while (!everyFileLacks("құпия-")) {
            continue;
        }
    }

    /** Whether all that the site's folder held could be read: its press goes on beside us, and moves what it has printed. */
    private boolean everyFileLacks(String word) throws IOException {
        try (var files = Files.walk(config.folder())) {
            for (var file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("writer")).toList()) {
                assertFalse(Files.readString(file, ISO_8859_1).contains(new String(word.getBytes(UTF_8), ISO_8859_1)),
                        file.toString());
            }
            return true;
        } catch (NoSuchFileException moved) {
            return false;
        } catch (UncheckedIOException walked) {
            if (walked.getCause() instanceof NoSuchFileException) {
                return false;
            }
            throw walked;
        }
    }

    @Test
    void anEditionGoesOutByItselfWhenItsTimeComes() throws Exception {
        var copy = Copies.library();
        var article = newsroom.write(copy);
        var from = Instant.now().plusSeconds(3);
        newsroom.approve(article, copy, "FIRST", null, from);
        newsroom.release();

        until("the edition is released", () -> newsroom.path(article) != null);
        shown(article, copy.headline());

        assertTrue(!Instant.now().isBefore(from), "early");
        assertEquals(0, newsroom.number("""
                select count(*) from newsroom.release r join newsroom.edition e on e.id = r.edition
                 where r.released_at < e.from_at"""));
    }

    @Test
    void aCorrectionReplacesThePageAndSaysSo() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        shown(article, copy.lead());
        var corrected = copy.withLead("Жаңа кітапхана күніне екі мыңға жуық оқырманды қабылдай алады.");

        newsroom.change(article, corrected, "CORRECTION", "Оқырмандар саны қате көрсетілген еді.");

        var page = shown(article, "екі мыңға жуық");
        assertFalse(page.contains(copy.lead()), page);
        assertTrue(page.contains("<strong>Түзету</strong>"), page);
        assertTrue(page.contains("Оқырмандар саны қате көрсетілген еді."), page);
        assertTrue(page.contains("Түзетілді: "), page);
        until("the front page has the new lead", () -> reader.get("/").body().contains("екі мыңға жуық"));
        assertEquals("CorrectionComment", jsonLd(page).path("correction").path(0).path("@type").asText());
    }

    @Test
    void anUpdateIsToldAndASilentFixIsNot() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        shown(article, copy.headline());

        newsroom.change(article, copy.withLead("Бірінші өзгеріс."), "SILENT_FIX", null);
        var fixed = shown(article, "Бірінші өзгеріс.");
        assertFalse(fixed.contains("class=\"notes\""), fixed);
        assertFalse(fixed.contains("Толықтырылды"), fixed);

        newsroom.change(article, copy.withLead("Екінші өзгеріс."), "UPDATE", "Жұмыс кестесі қосылды.");
        var updated = shown(article, "Екінші өзгеріс.");
        assertTrue(updated.contains("<strong>Толықтыру</strong>"), updated);
        assertTrue(updated.contains("Толықтырылды: "), updated);
    }

    @Test
    void aWithdrawnStoryLeavesANoticeAndNoTrace() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy, 7L);
        shown(article, copy.headline());
        var path = path(article);
        listed(path);

        newsroom.withdraw(article, "Дерек расталмады.");

        until("410", () -> reader.get(path).statusCode() == 410);
        var notice = reader.get(path).body();
        assertTrue(notice.contains("Дерек расталмады."), notice);
        assertFalse(notice.contains(copy.headline()), notice);
        assertTrue(notice.contains("noindex"), notice);
        for (var list : List.of("/", "/madeniet/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap-news.xml")) {
            until(list + " forgets " + path, () -> !reader.get(list).body().contains(path));
        }
        until("the sitemaps forget", () -> !sitemaps().contains(path));
        until("the map for web servers knows",
                () -> Files.readString(config.folder().resolve(".qalam/gone.map")).contains(path + " 1;"));
        assertEquals(404, reader.get("/-/views?path=" + path).statusCode());
        assertEquals(301, noRedirect(path.substring(0, path.length() - 1)));
    }

    private int noRedirect(String path) {
        return reader.get(path).statusCode();
    }

    @Test
    void aWithdrawnStoryMayComeBack() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        shown(article, copy.headline());
        newsroom.withdraw(article, null);
        var path = path(article);
        until("410", () -> reader.get(path).statusCode() == 410);

        newsroom.change(article, copy.withLead("Қайта жарияланды."), "UPDATE", null);

        shown(article, "Қайта жарияланды.");
        assertEquals(200, reader.get(path).statusCode());
        listed(path);
    }

    @Test
    void whoNamesAChangedStoryIsPrintedAgain() throws Exception {
        var older = Copies.library();
        var named = newsroom.publish(older);
        shown(named, older.headline());
        var naming = Copies.library();
        var page = newsroom.publish(naming.withBody(List.of(new Paragraph("Мәтін."), new Related(List.of(named)))));
        assertTrue(shown(page, older.headline()).contains("class=\"inset\""));

        newsroom.change(named, older.withHeadline("Атауы өзгерген кітапхана"), "SILENT_FIX", null);
        shown(page, "Атауы өзгерген кітапхана");
        until("the feed names it anew", () -> reader.get("/feed.json").body().contains("Атауы өзгерген кітапхана"));

        newsroom.withdraw(named, null);
        until("no page names what was withdrawn",
                () -> !reader.get(path(page)).body().contains("Атауы өзгерген кітапхана"));
    }

    @Test
    void whatComesBackIsNamedAgain() throws Exception {
        var older = Copies.library();
        var named = newsroom.publish(older);
        var naming = Copies.library();
        var page = newsroom.publish(naming.withBody(List.of(new Paragraph("Мәтін."), new Related(List.of(named)))));
        shown(page, older.headline());
        newsroom.withdraw(named, null);
        until("it is not named", () -> !reader.get(path(page)).body().contains(older.headline()));

        newsroom.change(named, older.withLead("Қайта жарияланды."), "UPDATE", null);

        shown(page, older.headline());
        until("the feed names it too", () -> reader.get("/feed.json").body().split(path(named), -1).length > 3);
    }

    @Test
    void whatGoesOutLaterIsNamedFromThenOn() throws Exception {
        var later = Copies.library();
        var named = newsroom.write(later);
        var naming = Copies.library();
        var page = newsroom.publish(naming.withBody(List.of(new Paragraph("Мәтін."), new Related(List.of(named)))));
        assertFalse(shown(page, naming.headline()).contains(later.headline()));

        newsroom.approve(named, later, "FIRST", null, Instant.now());
        newsroom.release();

        shown(page, later.headline());
    }

    @Test
    void aRedactedNoteLeavesEveryPage() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        newsroom.change(article, copy.withLead("Түзетілген лид."), "CORRECTION", "Сот алдырған ескертпе");
        newsroom.change(article, copy.withLead("Кейінгі лид."), "SILENT_FIX", null);
        shown(article, "Кейінгі лид.");
        assertTrue(reader.get(path(article)).body().contains("Сот алдырған ескертпе"));
        until("it is in the archive", () -> reader.get("/corrections/").body().contains("Сот алдырған ескертпе"));

        redact(article, "array[2]", null);

        until("its page is without it", () -> !reader.get(path(article)).body().contains("Сот алдырған ескертпе"));
        assertEquals(200, reader.get(path(article)).statusCode());
        until("the archive is without it",
                () -> !reader.get("/corrections/").body().contains("Сот алдырған ескертпе"));
    }

    @Test
    void aRedactedNoticeLeavesWithdrawnStories() throws Exception {
        var article = newsroom.publish(Copies.library());
        shown(article, "Қалада");
        newsroom.withdraw(article, "Сот алдырған хабарлама");
        var path = path(article);
        until("410", () -> reader.get(path).body().contains("Сот алдырған хабарлама"));

        redact(article, "null", "Мәтін сот шешімімен алынды.");

        until("the order's own notice", () -> reader.get(path).body().contains("Мәтін сот шешімімен алынды."));
        assertEquals(410, reader.get(path).statusCode());
        for (var each : List.of(path, "/latn" + path, "/arab" + path)) {
            assertFalse(reader.get(each).body().contains("Сот алдырған хабарлама"), each);
        }
    }

    @Test
    void theCardOfARedactedHeadlineGoesAtOnce() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy.withHeadline("Сот алдырған тақырып"));
        var before = card(shown(article, "Сот алдырған тақырып"));
        until("its card is drawn", () -> reader.get(before).statusCode() == 200);
        newsroom.change(article, copy.withHeadline("Басқа тақырып"), "SILENT_FIX", null);
        var after = card(shown(article, "Басқа тақырып"));
        until("the other card is drawn", () -> reader.get(after).statusCode() == 200);
        assertEquals(200, reader.get(before).statusCode(), "kept for who has the page as it was");

        redact(article, "array[1]", null);

        until("it is gone", () -> reader.get(before).statusCode() == 404);
        assertEquals(200, reader.get(after).statusCode());
    }

    private static String card(String page) {
        var at = page.indexOf("/-/cards/");
        return page.substring(at, page.indexOf('"', at));
    }

    private void redact(UUID article, String revisions, @Nullable String told) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var order = owner
                        .prepareStatement(
                                "select newsroom.redact(?, " + revisions + ", 'Сот шешімі', 'Reviewer', ?)")) {
            order.setObject(1, article);
            order.setString(2, told);
            order.execute();
        }
    }

    @Test
    void whateverATextSaysItIsText() throws Exception {
        var evil = "<script>alert('1')</script></script><!-- ]]> {config:qalam} {#for} {{7*7}} ${7*7} &amp; \"'";
        var copy = Copies.library().withHeadline("Тексеру " + evil).withLead(evil).withSlug("hostile")
                .withTags(List.of(evil.substring(0, 40)))
                .withSource(new Source(evil, "https://example.com/?a=1&b=2"))
                .withBody(List.of(new Paragraph(evil), new Speech(List.of(new Text(evil)), evil)));
        var article = newsroom.publish(copy);
        newsroom.change(article, copy.withLead(evil + "!"), "CORRECTION", evil + "\u2028\u2029");

        var page = shown(article, "class=\"notes\"");
        listed(path(article));

        for (var list : List.of(page, reader.get("/").body(), reader.get("/madeniet/").body())) {
            assertFalse(list.contains("<script>alert"), list);
            assertFalse(list.contains("</script><!--"), list);
            assertTrue(list.contains("{config:qalam} {#for} {{7*7}} ${7*7} &amp;amp;"), list);
        }
        assertEquals(2, page.split("<script", -1).length - 1,
                "only the JSON of the page itself, and the site's own file");
        assertEquals(copy.headline(), jsonLd(page).path("headline").asText());
        assertEquals(copy.lead() + "!", jsonLd(page).path("description").asText());
        var correction = jsonLd(page).path("correction").path(0).path("text").asText();
        assertEquals(evil + "\u2028\u2029", correction);
        assertTrue(page.contains("\\u2028\\u2029"), "line separators are escapes within JSON");
        var feed = new ObjectMapper().readTree(reader.get("/feed.json").body()).path("items");
        for (var item : feed) {
            assertFalse(item.path("content_html").asText().contains("<script"), item.toString());
        }
    }

    private static JsonNode jsonLd(String page) throws IOException {
        var start = page.indexOf("<script type=\"application/ld+json\">")
                + "<script type=\"application/ld+json\">".length();
        return new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
    }

    @Test
    void feedsAndSitemapsAreWellFormedWhateverStoriesSay() throws Exception {
        var article = newsroom.publish(Copies.library().withHeadline("]]> & <b> 😀 𝒳").withSlug("well-formed"));
        shown(article, "😀");
        listed(path(article));
        var builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        for (var feed : List.of("/feed.xml", "/atom.xml", "/sitemap.xml", "/sitemap-news.xml", "/sitemap-sections.xml",
                "/sitemap-000001.xml")) {
            var document = builders.newDocumentBuilder().parse(new ByteArrayInputStream(
                    reader.get(feed).body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertNotNull(document.getDocumentElement(), feed);
        }
        assertTrue(reader.get("/feed.xml").body().contains("😀"));
        var json = new ObjectMapper().readTree(reader.get("/feed.json").body());
        assertEquals("https://jsonfeed.org/version/1.1", json.path("version").asText());
        assertTrue(json.path("items").size() <= 50);
    }

    @Test
    void aRussianStorySpeaksRussian() throws Exception {
        var copy = Copies.library().withHeadline("В Астане открылась библиотека").withLanguage(Language.RU)
                .withLead("Новость.");
        var article = newsroom.publish(copy, 5L);
        var page = shown(article, copy.headline());
        assertTrue(page.contains("<html lang=\"ru\""), page);
        assertTrue(page.contains("Просмотры: 5"), page);
        assertTrue(page.contains("Источник: "), page);
        assertTrue(page.contains(">Культура</a>"), page);
        until("the front page marks it as Russian",
                () -> reader.get("/").body().contains("<h3 lang=\"ru\" dir=\"auto\">"));
    }

    @Test
    void oneStoryThatCannotBePrintedDoesNotKeepTheOthers() throws Exception {
        newsroom.writeBroken("buzylgan-zhazba");
        var broken = newsroom.number("select max(number) from newsroom.release");
        var copy = Copies.library();
        var article = newsroom.publish(copy);

        shown(article, copy.headline());
        listed(path(article));

        until("its delivery says that it failed", () -> newsroom.number(
                "select count(*) from site.delivery where state = 'PENDING' and attempts > 0 and fault like '%cannot be printed%' and release = "
                        + broken) == 1);
        assertEquals(0, newsroom
                .number("select count(*) from site.delivery where fault like '%surprise%' or fault like '%buzylgan%'"));
        assertFalse(reader.get("/feed.xml").body().contains("buzylgan"));
    }

    @Test
    void anAdminSendsAgain() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        shown(article, copy.headline());
        var release = newsroom.number("select max(number) from newsroom.release");
        var delivered = "select count(*) from site.delivery where state = 'DELIVERED' and release = " + release;
        until("delivered", () -> newsroom.number(delivered) == 1);
        var file = config.folder().resolve(path(article).substring(1) + "index.html");
        Files.writeString(file, "торн");

        newsroom.resend(release, "site");

        until("delivered again", () -> newsroom.number(delivered + " and attempts = 2") == 1);
        assertTrue(Files.readString(file).contains(copy.headline()));
    }

    @Test
    void aMovedStoryIsFoundAtItsOldAddress() throws Exception {
        var copy = Copies.library();
        var article = newsroom.publish(copy);
        shown(article, copy.headline());
        var old = path(article);
        var now = old.substring(0, old.length() - 1) + "-kochti/";
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute(
                    "insert into newsroom.permalink (path, article) values ('%s', '%s')".formatted(now, article));
            statement.execute("update newsroom.standing set path = '%s' where article = '%s'".formatted(now, article));
        }

        newsroom.change(article, copy.withLead("Жаңа мекенжайда."), "SILENT_FIX", null);

        until("the story stands at its new address", () -> reader.get(now).statusCode() == 200);
        until("the old one leads there", () -> reader.get(old).statusCode() == 301);
        assertEquals(now, reader.get(old).headers().firstValue("location").orElseThrow());
        until("the map for web servers knows", () -> Files.readString(config.folder().resolve(".qalam/redirects.map"))
                .contains(old + " " + now + ";"));
        listed(now);
        assertFalse(sitemaps().contains("<loc>https://qalam.example" + old + "</loc>"));
    }

    @Test
    void aRenamedSectionIsRenamedEverywhere() throws Exception {
        var article = newsroom.publish(Copies.library());
        shown(article, ">Мәдениет</a>");
        try (var other = DriverManager.getConnection(url, "qalam_newsroom", Database.PASSWORD);
                var statement = other.createStatement()) {
            statement.execute("update newsroom.section set name_kk = 'Өнер' where slug = 'madeniet'");
            shown(article, ">Өнер</a>");
            until("the front page says so", () -> reader.get("/").body().contains(">Өнер</a>"));
            statement.execute("update newsroom.section set name_kk = 'Мәдениет' where slug = 'madeniet'");
        }
        shown(article, ">Мәдениет</a>");
    }
}
