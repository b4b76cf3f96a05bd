package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qalam.publishing.Reader.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Database;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** Pictures of live stories stand on the site before their pages, and go when no live story shows them. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class PicturesTest {
    private static final Pattern FILE = Pattern.compile("/-/media/[0-9a-f]{32}\\.(webp|jpg)");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource
    URI site;

    @Inject
    Pictures pictures;

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

    private String page(UUID article, String text) throws Exception {
        var path = Objects.requireNonNull(newsroom.path(article));
        until("a picture", () -> reader.get(path).body().contains(text));
        return reader.get(path).body();
    }

    private static List<String> files(String page) {
        return FILE.matcher(page).results().map(found -> found.group()).distinct().toList();
    }

    private Picture picture(String alt, boolean kept) throws SQLException {
        var bytes = ("сурет " + UUID.randomUUID()).getBytes(UTF_8);
        return new Picture(newsroom.picture(alt, "Айгүл <С>", bytes,
                kept ? pictures.vault.keep(Shelf.RENDITIONS, bytes) : null), 1, "Жаңа <зал>");
    }

    @Test
    void aPictureStandsWithItsStoryAndGoesWithTheLastOne() throws Exception {
        var picture = picture("Оқу \"залы\"", true);
        var copy = Copies.library().withPicture(picture);
        var first = newsroom.publish(copy);
        var page = page(first, copy.headline());
        assertTrue(page.contains("alt=\"Оқу &quot;залы&quot;\""), page);
        assertTrue(page.contains("Жаңа &lt;зал&gt;") && page.contains("Айгүл &lt;С&gt;"), page);
        assertTrue(page.contains("width=\"320\" height=\"180\"") && page.contains("fetchpriority=\"high\""), page);
        assertTrue(page.contains("<meta property=\"og:image\" content=\"https://qalam.example/-/media/"), page);
        assertTrue(page.contains("\"image\":[\"https://qalam.example/-/media/"), page);
        var files = files(page);
        assertFalse(files.isEmpty());
        var file = reader.get(files.get(0));
        assertEquals(200, file.statusCode());
        assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("image/"));
        assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        until("a picture", () -> reader.get("/").body().contains(files.get(0)));
        for (var list : List.of("/", "/latn/", "/madeniet/", "/archive/" + newsroom.path(first).substring(1, 12))) {
            until("what is shown where it is shared", () -> reader.get(list).body().contains(
                    "<meta property=\"og:image\" content=\"https://qalam.example/-/media/"));
            assertTrue(reader.get(list).body().contains("name=\"twitter:card\" content=\"summary_large_image\""));
        }

        Copy other = Copies.library().withBody(List.of(new ImageBlock(picture)));
        var second = newsroom.publish(other);
        assertTrue(page(second, other.headline()).contains("loading=\"lazy\""));
        newsroom.withdraw(first, null);
        until("a picture", () -> reader.get(Objects.requireNonNull(newsroom.path(first))).statusCode() == 410);
        assertEquals(200, reader.get(files(page(second, other.headline())).get(0)).statusCode());
        newsroom.withdraw(second, null);
        for (var gone : files) {
            until("a picture", () -> reader.get(gone).statusCode() == 404);
        }
        until("a picture", () -> !reader.get("/").body().contains(files.get(0)));
    }

    private List<String> changed(UUID story, Copy copy, Picture to) throws Exception {
        var before = files(page(story, copy.headline()));
        newsroom.change(story, copy.withPicture(to), "UPDATE", null);
        var path = Objects.requireNonNull(newsroom.path(story));
        until("another picture", () -> {
            var now = files(reader.get(path).body());
            return !now.isEmpty() && Collections.disjoint(now, before);
        });
        return before;
    }

    /** Until when the folder's list of files keeps one that nothing shows. */
    private @Nullable Instant untilWhen(String file) throws IOException {
        var line = Pattern.compile("(?m)^\\S+ " + Pattern.quote(file) + " (\\d{10,})$")
                .matcher(Files.readString(config.folder().resolve(".qalam/manifest")));
        return line.find() ? Instant.ofEpochSecond(Long.parseLong(line.group(1))) : null;
    }

    /** Who has the page as it was, or a list that is not printed again yet, asks for the picture as it was. */
    @Test
    void aPictureThatIsReplacedStaysForADay() throws Exception {
        var picture = picture("Ауыстырылатын", true);
        var copy = Copies.library().withPicture(picture);
        var story = newsroom.publish(copy);
        var before = changed(story, copy, picture("Орнына келген", true));
        for (var file : before) {
            assertEquals(200, reader.get(file).statusCode(), file);
            until("it is noted", () -> untilWhen(file) != null);
            var until = Objects.requireNonNull(untilWhen(file));
            assertTrue(until.isAfter(Instant.now().plus(Duration.ofHours(23)))
                    && until.isBefore(Instant.now().plus(Duration.ofHours(25))), until.toString());
        }
        // Another story takes it up, and that it leaves is forgotten
        var other = Copies.library().withPicture(picture);
        var second = newsroom.publish(other);
        assertEquals(before, files(page(second, other.headline())));
        newsroom.withdraw(story, null);
        until("withdrawn", () -> reader.get(Objects.requireNonNull(newsroom.path(story))).statusCode() == 410);
        for (var file : before) {
            assertEquals(200, reader.get(file).statusCode(), file);
        }
        newsroom.withdraw(second, null);
        for (var file : before) {
            until("gone", () -> reader.get(file).statusCode() == 404);
        }
    }

    @Test
    void whatAWithdrawnStoryShowedBeforeGoesWithIt() throws Exception {
        var copy = Copies.library().withPicture(picture("Бұрынғы", true));
        var story = newsroom.publish(copy);
        var before = changed(story, copy, picture("Кейінгі", true));
        var after = files(page(story, copy.headline()));
        newsroom.withdraw(story, null);
        for (var list : List.of(before, after)) {
            for (var file : list) {
                until("gone", () -> reader.get(file).statusCode() == 404);
            }
        }
    }

    /** Its story stays live: it was changed first, as the law's procedure asks. */
    @Test
    void aRedactedPictureDoesNotStayForADay() throws Exception {
        var picture = picture("Сот алдыртатын", true);
        var copy = Copies.library().withPicture(picture);
        var story = newsroom.publish(copy);
        var before = changed(story, copy, picture("Орнына", true));
        assertEquals(200, reader.get(before.get(0)).statusCode());
        owner("select newsroom.redact_picture('" + picture.id() + "', 'Сот шешімі', 'Reviewer')");
        for (var file : before) {
            until("gone", () -> reader.get(file).statusCode() == 404);
        }
        assertFalse(files(page(story, copy.headline())).isEmpty());
    }

    @Test
    void whatARedactedTextShowedDoesNotStayForADay() throws Exception {
        var copy = Copies.library().withPicture(picture("Ескі мәтінде", true));
        var story = newsroom.publish(copy);
        var before = changed(story, copy, picture("Жаңа мәтінде", true));
        owner("select newsroom.redact('" + story + "', array[1], 'Сот шешімі', 'Reviewer', null)");
        for (var file : before) {
            until("gone", () -> reader.get(file).statusCode() == 404);
        }
        assertFalse(files(page(story, copy.headline())).isEmpty(), "the story stays");
    }

    private void owner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "qalam_owner", Database.PASSWORD);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aStoryWhosePictureIsNotToBeHadWaitsAndOthersDoNot() throws Exception {
        var copy = Copies.library().withPicture(picture("Жоқ", false));
        var waiting = newsroom.publish(copy);
        var fine = Copies.library();
        page(newsroom.publish(fine), fine.headline());
        assertEquals(404, reader.get(Objects.requireNonNull(newsroom.path(waiting))).statusCode());
        pictures.vault.keep(Shelf.RENDITIONS, newsroom.lastPicture());
        assertFalse(files(page(waiting, copy.headline())).isEmpty());
    }
}
