package kz.qalam.publishing.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.language.Slug;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.Newsroom;
import kz.qalam.publishing.Reader;
import kz.qalam.publishing.SiteUnderTest;

/** Every story can be found by its section, tags, authors and day, and where it stands there does not shift. */
@QuarkusTest
@QuarkusTestResource(SiteUnderTest.class)
class ListsTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "qalam.site.folder")
    String folder;

    @TestHTTPResource
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

    private List<UUID> publish(int many, String tag) throws SQLException {
        return publish(many, Copies.library().withTags(List.of(tag)));
    }

    private List<UUID> publish(int many, Copy copy) throws SQLException {
        var stories = new ArrayList<UUID>();
        for (int i = 0; i < many; i++) {
            stories.add(newsroom.publish(copy));
        }
        return stories;
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

    private boolean names(String path, UUID story) throws SQLException {
        return page(path).contains("\"" + newsroom.path(story) + "\"");
    }

    @Test
    void pageNumbersNeverShift() throws Exception {
        var tag = "Сандық қоғам";
        var list = "/tag/" + Slug.of(tag) + "/";
        var first = publish(Catalogue.FULL * 2 - 1, tag);
        follow();
        assertTrue(names(list, first.get(0)));
        assertEquals(404, reader.get(list + "1/").statusCode(), "one page and all but one seat of another");

        first.addAll(publish(1, "сандық ҚОҒАМ"));
        follow();
        var numbered = page(list + "1/");
        assertTrue(names(list + "1/", first.get(0)));
        assertFalse(names(list, first.get(0)));
        assertTrue(page(list).contains("href=\"" + list + "1/\""));

        newsroom.withdraw(first.get(Catalogue.FULL), null);
        publish(Catalogue.FULL, tag);
        follow();
        assertEquals(numbered.replace(list + "\"", list + "2/\"").replaceAll("<link rel=\"canonical.*", ""),
                page(list + "1/").replace(list + "\"", list + "2/\"").replaceAll("<link rel=\"canonical.*", ""),
                "the same stories, and now a second page is newer");
        assertFalse(names(list + "2/", first.get(Catalogue.FULL)));
        assertTrue(names(list + "2/", first.get(Catalogue.FULL + 1)), "nobody moved up");
        assertEquals(404, reader.get(list + "3/").statusCode());

        for (var story : first.subList(0, Catalogue.FULL)) {
            newsroom.withdraw(story, null);
        }
        follow();
        assertFalse(names(list + "1/", first.get(0)));
        assertTrue(page(list + "2/").contains("href=\"" + list + "1/\""), "others lead there");
        assertTrue(page(list + "1/").contains("Бұл бетте қазір ештеңе жоқ."));
        assertTrue(page("/arab" + list + "1/").contains("href=\"/arab" + list + "2/\""));
    }

    @Test
    void aStoryStandsInEachOfItsListsUntilItLeaves() throws Exception {
        var tag = "Жалғыз тег";
        var list = "/tag/" + Slug.of(tag) + "/";
        var copy = Copies.library().withTags(List.of(tag)).withBylines(List.of(new Byline("Сырым Датұлы")));
        var story = newsroom.publish(copy);
        follow();
        var path = Objects.requireNonNull(newsroom.path(story));
        var day = "/archive" + path.substring(0, 12);
        for (var one : List.of(list, "/author/syrym-datuly/", day, "/madeniet/")) {
            assertTrue(names(one, story), one);
        }
        assertTrue(page(path).contains("href=\"" + list + "\""));
        assertTrue(page(list + "feed.xml").contains(path));
        assertTrue(page(day.substring(0, 17)).contains(day));
        assertTrue(page("/archive/").contains(day.substring(0, 17)));

        newsroom.change(story, copy.withTags(List.of("Басқа тег")), "CORRECTION", "Тегі түзетілді.");
        follow();
        assertEquals(404, reader.get(list).statusCode());
        assertEquals(404, reader.get(list + "feed.xml").statusCode());
        assertTrue(names("/tag/" + Slug.of("Басқа тег") + "/", story));
        assertTrue(page("/corrections/").contains("Тегі түзетілді."));

        var told = told(path);
        var once = told("/corrections/");
        newsroom.withdraw(story, null);
        follow();
        assertFalse(page("/corrections/").contains("Тегі түзетілді."));
        assertEquals(404, reader.get("/author/syrym-datuly/").statusCode());

        // What comes back was corrected once, and not anew
        newsroom.bringBack(story);
        follow();
        assertEquals(told, told(path));
        assertEquals(once, told("/corrections/"));
    }

    /** How often a page tells of that correction. */
    private int told(String path) throws Exception {
        return page(path).split("Тегі түзетілді\\.", -1).length - 1;
    }

    private void moved(String from, String to) throws Exception {
        for (var script : List.of("", "/latn", "/arab")) {
            Reader.until(from + " leads on", () -> reader.get(script + from).statusCode() == 301);
            assertEquals(script + to, reader.get(script + from).headers().firstValue("location").orElseThrow());
        }
    }

    @Test
    void aRenamedTagAndAMergedSectionTakeTheirStoriesAndReadersAlong() throws Exception {
        newsroom.section("aua-raiy", "Ауа райы");
        newsroom.section("tabigat", "Табиғат");
        var kept = newsroom.publish(Copies.library().withSection("tabigat"));
        var old = "Алматы қалалығы";
        var copy = Copies.library().withTags(List.of(old)).withSection("aua-raiy");
        var stories = publish(Catalogue.FULL * 2, copy);
        var story = stories.get(0);
        follow();
        var path = Objects.requireNonNull(newsroom.path(story));
        assertTrue(page(path).contains(old));
        newsroom.renameTag(old, "Алматы агломерациясы");
        moved("/tag/almaty-qalalygy/", "/tag/almaty-aglomeratsiasy/");
        moved("/tag/almaty-qalalygy/1/", "/tag/almaty-aglomeratsiasy/1/");
        moved("/tag/almaty-qalalygy/feed.xml", "/tag/almaty-aglomeratsiasy/feed.xml");
        Reader.until("the oldest story is printed again", () -> !page(path).contains(old));
        assertTrue(page(path).contains("href=\"/tag/almaty-aglomeratsiasy/\""));
        assertTrue(names("/tag/almaty-aglomeratsiasy/1/", story));
        assertTrue(Files.readString(Path.of(folder).resolve(".qalam/redirects.map"))
                .contains("/arab/tag/almaty-qalalygy/ /arab/tag/almaty-aglomeratsiasy/;"));

        // What is written under the old name still belongs to it
        var later = newsroom.publish(Copies.library().withTags(List.of(old)));
        follow();
        assertTrue(names("/tag/almaty-aglomeratsiasy/", later));
        assertFalse(page(Objects.requireNonNull(newsroom.path(later))).contains(old));

        assertEquals(200, reader.get("/aua-raiy/1/").statusCode());
        newsroom.mergeSections("aua-raiy", "tabigat");
        moved("/aua-raiy/", "/tabigat/");
        moved("/aua-raiy/1/", "/tabigat/1/");
        moved("/aua-raiy/feed.xml", "/tabigat/feed.xml");
        assertTrue(names("/tabigat/1/", kept), "at once, as readers are being led there");
        assertTrue(names("/tabigat/", stories.get(stories.size() - 1)));
        for (var script : List.of("", "/latn", "/arab")) {
            Reader.until("the story is of the other section",
                    () -> page(script + path).contains("href=\"" + script + "/tabigat/\"")
                            && !page(script + path).contains("/aua-raiy/"));
        }
        Reader.until("no page leads there", () -> !page("/").contains("/aua-raiy/"));
        assertTrue(Files.readString(Path.of(folder).resolve(".qalam/redirects.map"))
                .contains("/arab/aua-raiy/ /arab/tabigat/;"));
        // What is approved by the old name stands in the other
        newsroom.change(story, copy.withLead("Түзетілді."), "SILENT_FIX", null);
        follow();
        assertTrue(names("/tabigat/1/", story));
        newsroom.closeSection("tabigat", true);
        Reader.until("no page names it but its own", () -> !page("/").contains("href=\"/tabigat/\""));
        assertTrue(names("/tabigat/1/", kept));
        assertTrue(page("/sitemap-sections.xml").contains("/tabigat/"));
    }

    @Test
    void mergedTagsAreOneListInTheOrderOfTheStories() throws Exception {
        var first = newsroom.publish(Copies.library().withTags(List.of("Тасқын су")));
        var second = newsroom.publish(Copies.library().withTags(List.of("Су тасқыны")));
        var both = newsroom.publish(Copies.library().withTags(List.of("Тасқын су", "Су тасқыны")));
        follow();
        newsroom.mergeTags("Тасқын су", "Су тасқыны");
        moved("/tag/tasqyn-su/", "/tag/su-tasqyny/");
        var path = Objects.requireNonNull(newsroom.path(both));
        Reader.until("the story names one tag", () -> !page(path).contains("Тасқын су"));
        var list = page("/tag/su-tasqyny/");
        var order = List.of(both, second, first).stream().map(story -> at(list, story)).toList();
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(3, newsroom.number("select stories from newsroom.tag where name = 'Су тасқыны'"));
        assertEquals(-1, page("/tag/su-tasqyny/feed.xml").indexOf("Тасқын су"));
    }

    private int at(String list, UUID story) {
        try {
            var at = list.indexOf("\"" + newsroom.path(story) + "\"");
            assertTrue(at >= 0, "in the list");
            return at;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
