package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.Lang;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Link;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.copy.Text;
import kz.qalam.core.language.Slug;
import kz.qalam.core.language.script.Latin;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;
import kz.qalam.publishing.page.Script;

/** Whoever reads Kazakh in whichever script reads the whole site. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class ThreeScriptsTest {
    private static final Pattern KAZAKH_LETTERS = Pattern.compile("[а-яәіңғүұқөһА-ЯӘІҢҒҮҰҚӨҺ]+");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource("/")
    URI site;

    @Inject
    Relay relay;

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

    private void follow() throws Exception {
        Reader.until("all releases are followed",
                () -> relay.state().position() == newsroom.number("select max(number) from newsroom.release"));
    }

    private String page(String path) {
        var answer = reader.get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    /** What a reader would see of a page, with nothing of what belongs to the way to Cyrillic. */
    private static String seen(String page) {
        return page.replace(">Қаз<", "><").replaceAll("<(span|a|p|h[23])[^>]* lang=\"ru\"[^>]*>(<a [^>]*>)?[^<]*<",
                "<");
    }

    @Test
    void aStoryStandsInEveryScript() throws Exception {
        var library = newsroom.publish(Copies.library());
        var story = newsroom.publish(Copies.named("Үш жазудағы мақала").withTags(List.of("Сандық Қазақстан"))
                .withBody(List.of(new Heading(2, List.of(new Text("Әліпби"))),
                        new Paragraph(List.of(new Text("Сайты – "), new Text("мекен", new Link("/madeniet/")),
                                new Text("жай. Орысша: "), new Text("Дом культуры", new Lang("ru")), new Text("."))),
                        new Paragraph("Телефоны +7 701 123 45 67, поштасы info@qalam.kz, 12,5% өсті."),
                        new Speech(List.of(new Text("Бәрі дайын,")), "деді әкім."), new Related(List.of(library)))));
        follow();
        var path = Objects.requireNonNull(newsroom.path(story));

        var latin = page("/latn" + path);
        assertTrue(latin.contains("<html lang=\"kk-Latn\" dir=\"ltr\">"), latin);
        assertTrue(latin.contains("<h1>" + Latin.usual().of("Үш жазудағы мақала") + "</h1>"), latin);
        assertTrue(latin.contains("<span lang=\"ru\" dir=\"auto\">Дом культуры</span>"), latin);
        assertTrue(latin.contains("href=\"/latn/madeniet/\""), latin);
        assertTrue(latin.contains("href=\"/latn" + newsroom.path(library) + "\""), latin);
        assertTrue(latin.contains("info@qalam.kz"), latin);
        assertFalse(KAZAKH_LETTERS.matcher(seen(latin)).find(), seen(latin));

        var arabic = page("/arab" + path);
        assertTrue(arabic.contains("<html lang=\"kk-Arab\" dir=\"rtl\">"), arabic);
        assertTrue(arabic.contains("\u2066+7 701 123 45 67\u2069"), arabic);
        assertTrue(arabic.contains(">ٴمەكەن</a>جاي") || arabic.contains(">مەكەن</a>جاي"), arabic);
        assertFalse(KAZAKH_LETTERS.matcher(seen(arabic)).find(), seen(arabic));

        for (var script : Script.values()) {
            var body = page(script.prefix() + path);
            var read = body.substring(body.indexOf("<body"));
            assertTrue(read.contains("\u00a0– <a") && !read.contains(" –"), "no line begins with a dash: " + read);
            var section = Pattern.compile("<p class=\"section\"><a href=\"([^\"]*)\"").matcher(body);
            assertTrue(section.find() && section.group(1).matches(script.prefix() + "/[a-z]+/"),
                    "a story's section is the one in its script: " + body);
            for (var way : List.of("kk-Cyrl\" href=\"https://qalam.example" + path,
                    "kk-Latn\" href=\"https://qalam.example/latn" + path,
                    "kk-Arab\" href=\"https://qalam.example/arab" + path,
                    "x-default\" href=\"https://qalam.example" + path)) {
                assertTrue(body.contains("<link rel=\"alternate\" hreflang=\"" + way + "\">"), body);
            }
            assertTrue(body.contains("<link rel=\"canonical\" href=\"https://qalam.example" + script.prefix() + path),
                    body);
            for (var list : List.of("/", "/madeniet/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap-news.xml",
                    "/madeniet/feed.xml", "/tag/" + Slug.of("сандық қазақстан") + "/",
                    "/archive/" + path.substring(1, 12))) {
                assertTrue(page(script.prefix() + list).contains(script.prefix() + path), script + " " + list);
            }
            assertTrue(page(script.prefix() + "/sitemap.xml").contains(script.prefix() + "/sitemap-000001.xml"));
            assertTrue(page("/robots.txt").contains("https://qalam.example" + script.prefix() + "/sitemap.xml"));
        }
        assertEquals(404, reader.get("/arab/joq/").statusCode());
        assertTrue(reader.get("/arab/joq/").body().contains("lang=\"kk-Arab\""));
        assertEquals(404, reader.get("/latn/404.html").statusCode());
    }

    @Test
    void whatIsRussianStandsOnce() throws Exception {
        var story = newsroom.publish(Copies.named("Культура без границ").withLanguage(Language.RU));
        follow();
        var path = Objects.requireNonNull(newsroom.path(story));
        var page = page(path);
        assertTrue(page.contains("<html lang=\"ru\""), page);
        assertFalse(page.contains("hreflang=\"x-default\""), page);
        for (var prefix : List.of("/latn", "/arab")) {
            var list = page(prefix + "/madeniet/");
            assertTrue(list.contains("lang=\"ru\" dir=\"auto\"><a href=\"" + path + "\">Культура без границ<"), list);
            var answer = reader.get(prefix + path);
            assertEquals(301, answer.statusCode());
            assertEquals(path, answer.headers().firstValue("location").orElse(""));
            assertFalse(page(prefix + "/sitemap-news.xml").contains(path));
        }
    }

    @Test
    void aRussianCorrectionIsToldAsRussian() throws Exception {
        var copy = Copies.named("Культура без ошибок").withLanguage(Language.RU);
        var story = newsroom.publish(copy);
        newsroom.change(story, copy.withLead("Исправленный текст."), "CORRECTION", "Имя исправлено.");
        follow();
        for (var script : Script.values()) {
            var page = page(script.prefix() + "/corrections/");
            assertTrue(page.contains("<p class=\"put-right\" lang=\"ru\" dir=\"auto\">Имя исправлено.</p>"), page);
        }
    }

    @Test
    void robotsSeekInNoScript() {
        var robots = page("/robots.txt");
        for (var script : Script.values()) {
            assertTrue(robots.contains("\nDisallow: " + script.prefix() + "/search\n"), robots);
        }
        assertEquals(1, robots.split("\n\n", -1).length - 1, "one group: " + robots);
    }

    @Test
    void whatIsWithdrawnIsGoneInEveryScript() throws Exception {
        var copy = Copies.named("Алынатын мақала");
        var story = newsroom.publish(copy);
        follow();
        var path = Objects.requireNonNull(newsroom.path(story));
        newsroom.withdraw(story, "Қате болды.");
        follow();
        for (var script : Script.values()) {
            var answer = reader.get(script.prefix() + path);
            assertEquals(410, answer.statusCode());
            assertTrue(answer.body().contains(script.of("Қате болды.")), answer.body());
            assertFalse(page(script.prefix() + "/madeniet/").contains(path));
        }
        newsroom.change(story, copy.withLanguage(Language.RU), "UPDATE", null);
        follow();
        assertEquals(200, reader.get(path).statusCode());
        assertEquals(301, reader.get("/latn" + path).statusCode(), "a story that became Russian leaves its copies");
    }

    /** What the site itself says is written once, in Cyrillic; the other scripts' files follow from it. */
    @Test
    void theSiteSpeaksEveryScript() throws Exception {
        var record = words("kk");
        for (var script : List.of(Script.LATIN, Script.ARABIC)) {
            var written = words(script.tag(Language.KK));
            assertEquals(record.keySet(), written.keySet());
            for (var key : record.stringPropertyNames()) {
                var text = Pattern.compile("\\{[^}]*}|[^{]+").matcher(record.getProperty(key))
                        .replaceAll(part -> part.group().startsWith("{") ? part.group() : script.of(part.group()));
                assertEquals(text, written.getProperty(key), key);
            }
        }
    }

    private static Properties words(String tag) throws Exception {
        var words = new Properties();
        try (var file = Objects.requireNonNull(
                Script.class.getResourceAsStream("/messages/words_" + tag + ".properties"))) {
            words.load(new InputStreamReader(file, UTF_8));
        }
        return words;
    }
}
