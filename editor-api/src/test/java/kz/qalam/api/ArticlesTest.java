package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** Starting, writing and reading stories over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestKeys.class)
class ArticlesTest {

    @Inject
    People people;

    private Desk desk;
    private Someone author;
    private Client writer;

    @BeforeEach
    void comeIn() {
        desk = people.desk();
        author = people.at(desk, Role.AUTHOR);
        writer = Client.of(author);
    }

    private String draft(String headline) {
        return writer.post("{\"copy\":{\"headline\":\"" + headline + "\"}}", "/articles").expect(201).text("/id");
    }

    @Test
    void startsAStory() {
        Answer started = writer.post("{\"copy\":{\"headline\":\"Көктем келді\"}}", "/articles").expect(201);
        String id = started.text("/id");
        assertEquals(7, UUID.fromString(id).version());
        assertEquals(Client.address("/articles/" + id).toString(), started.header("Location").orElse(""));
        assertEquals("\"1\"", started.header("ETag").orElse(""));
        assertEquals("application/json;charset=UTF-8", started.header("Content-Type").orElse(""));
        Json.same("""
                {"id":"%s","stage":"DRAFT","revision":1,"approvedRevision":null,"live":null,"planned":[],
                 "moves":["EDIT","SUBMIT","HAND_OVER"]}""".formatted(id), started.json());
        Answer read = writer.get("/articles/%s", id).expect(200);
        assertEquals("\"1\"", read.header("ETag").orElse(""));
        Json.same(
                """
                        {"id":"%1$s","desk":{"id":"%2$s","slug":"%3$s","name":"%4$s"},
                         "author":{"id":"%5$s","username":"%6$s","name":"%7$s"},"stage":"DRAFT","revision":1,
                         "copy":{"headline":"Көктем келді","lead":"","language":"kk","picture":null,
                           "body":{"type":"doc","content":[]},"bylines":[],"source":null,"section":null,"tags":[],"slug":null,
                           "seo":null,"notices":{"age":null,"advertising":false,"ai":false}},
                         "digest":"«hex»","writer":{"id":"%5$s","username":"%6$s","name":"%7$s"},"writtenAt":"«time»",
                         "writers":[{"id":"%5$s","username":"%6$s","name":"%7$s"}],"changedAt":"«time»",
                         "approvedRevision":null,"live":null,"planned":[],"moves":["EDIT","SUBMIT","HAND_OVER"],"importedViews":null,
                         "importedComments":null}"""
                        .formatted(id, desk.id(), desk.slug(), desk.name(), author.id(),
                                author.username(), author.name()),
                read.json());
    }

    @Test
    void isHandedOver() {
        Someone heir = people.at(desk, Role.AUTHOR);
        String id = draft("Басқаға");
        Answer before = writer.get("/articles/%s/author", id).expect(200);
        assertEquals(author.username(), before.text("/author/username"));
        assertTrue(before.body().contains(heir.username()), before.body());
        String handing = "{\"author\":\"" + heir.id() + "\",\"from\":\"" + author.id() + "\"}";
        writer.put(handing, "/articles/%s/author", id).expect(204);
        writer.put(handing, "/articles/%s/author", id).expect(404);
        Client.of(heir).put(handing, "/articles/%s/author", id).expect(204);
        assertEquals(heir.username(), Client.of(heir).get("/articles/%s", id).text("/author/username"));
    }

    @Test
    void namesADeskByIdOrSlug() {
        for (String named : List.of(desk.id().toString(), desk.slug())) {
            writer.post("{\"copy\":{\"headline\":\"А\"},\"desk\":\"" + named + "\"}", "/articles").expect(201);
        }
        writer.post("{\"copy\":{\"headline\":\"А\"},\"desk\":\"" + people.desk().slug() + "\"}", "/articles")
                .expect(404);
        writer.post("{\"copy\":{\"headline\":\"А\"},\"desk\":\"no-such-desk\"}", "/articles").expect(404);
    }

    @Test
    void startsOneStoryForOneKey() {
        Client retrying = writer.with("Idempotency-Key", "bir-suranym");
        Answer first = retrying.post("{\"copy\":{\"headline\":\"Бір\"}}", "/articles").expect(201);
        Answer again = retrying.post("{\"copy\":{\"headline\":\"Бір\",\"lead\":\"\"}}", "/articles").expect(200);
        assertEquals(first.json(), again.json());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals("used-already",
                retrying.post("{\"copy\":{\"headline\":\"Екі\"}}", "/articles").expect(422).text("/problems/0/key"));
        Client other = Client.of(people.at(desk, Role.AUTHOR)).with("Idempotency-Key", "bir-suranym");
        other.post("{\"copy\":{\"headline\":\"Бір\"}}", "/articles").expect(201);
        Client admin = Client.of(people.admin());
        admin.put("{\"kazakh\":\"Театр\",\"russian\":\"Театр\",\"english\":\"Theatre\"}", "/sections/teatr")
                .expect(200);
        String inSection = "{\"copy\":{\"headline\":\"Премьера\",\"section\":\"teatr\"}}";
        Client late = writer.with("Idempotency-Key", "kesh-suranym");
        String premiere = late.post(inSection, "/articles").expect(201).text("/id");
        admin.put("", "/sections/teatr/closure").expect(200);
        assertEquals(premiere, late.post(inSection, "/articles").expect(200).text("/id"), "the section closed since");
        writer.with("Idempotency-Key", "x".repeat(101)).post("{\"copy\":{\"headline\":\"Бір\"}}", "/articles")
                .expect(422);
    }

    @Test
    void savesOverTheRevisionThatTheWriterHad() {
        String id = draft("Бірінші");
        Answer saved = writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id)
                .expect(200);
        assertEquals("\"2\"", saved.header("ETag").orElse(""));
        Json.same("""
                {"id":"%s","stage":"DRAFT","revision":2,"approvedRevision":null,"live":null,"planned":[],
                 "moves":["EDIT","SUBMIT","HAND_OVER"]}""".formatted(id), saved.json());
        Answer same = writer.with("If-Match", "\"2\"")
                .put("{\"headline\":\"Екінші\",\"tags\":[]}", "/articles/%s/copy", id)
                .expect(200);
        assertEquals("\"2\"", same.header("ETag").orElse(""));
        // the same save once more, as after an answer that never arrived
        assertEquals("\"2\"", writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id)
                .expect(200).header("ETag").orElse(""));
    }

    @Test
    void showsBothTextsToAStaleSave() {
        String id = draft("Бірінші");
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id).expect(200);
        Answer stale = writer.with("If-Match", "\"1\"").with("Accept-Language", "en")
                .put("{\"headline\":\"Басқаша\"}", "/articles/%s/copy", id).expect(412);
        Json.same("""
                {"type":"/problems/stale-revision","title":"The story has changed since you opened it","status":412,
                 "detail":"You changed revision 1, and revision 2 stands now. Nothing was overwritten.",
                 "way":"Compare the two texts and make your changes to the latest revision.","instance":"«id»",
                 "current":2,"base":1,"merged":null,
                 "collisions":[{"pointer":"/headline","base":"Бірінші","mine":"Басқаша","theirs":"Екінші"}],
                 "theirs":{"headline":"Екінші","lead":"","language":"kk","picture":null,
                   "body":{"type":"doc","content":[]},"bylines":[],"source":null,"section":null,"tags":[],"slug":null,
                   "seo":null,"notices":{"age":null,"advertising":false,"ai":false}},
                 "yours":{"headline":"Басқаша","lead":"","language":"kk","picture":null,
                   "body":{"type":"doc","content":[]},"bylines":[],"source":null,"section":null,"tags":[],"slug":null,
                   "seo":null,"notices":{"age":null,"advertising":false,"ai":false}}}""", stale.json());
        assertEquals("Екінші", writer.get("/articles/%s", id).text("/copy/headline"));
    }

    @Test
    void takesNothingButOneStrongTag() {
        String id = draft("Бірінші");
        String copy = "{\"headline\":\"Екінші\"}";
        assertEquals("/problems/missing-precondition",
                writer.put(copy, "/articles/%s/copy", id).expect(428).text("/type"));
        writer.with("If-Match", "*").put(copy, "/articles/%s/copy", id).expect(428);
        for (String tag : List.of("W/\"1\"", "1", "\"one\"", "\"1\", \"2\"", "\"0\"", "\"-1\"", "\"99999999999\"",
                "\"1")) {
            Answer refused = writer.with("If-Match", tag).put(copy, "/articles/%s/copy", id).expect(400);
            assertEquals("/problems/bad-precondition", refused.text("/type"), tag);
        }
        assertEquals("\"1\"", writer.get("/articles/%s", id).header("ETag").orElse(""));
    }

    @Test
    void restoresAnOlderText() {
        String id = draft("Бірінші");
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id).expect(200);
        Answer restored = writer.with("If-Match", "\"2\"").post("{\"revision\":1}", "/articles/%s/restoration", id)
                .expect(200);
        assertEquals("\"3\"", restored.header("ETag").orElse(""));
        assertEquals("Бірінші", writer.get("/articles/%s", id).text("/copy/headline"));
        Json.same("""
                [1]""", writer.get("/articles/%s/revisions/3", id).json().at("/drawnFrom"));
        Answer stale = writer.with("If-Match", "\"2\"").post("{\"revision\":2}", "/articles/%s/restoration", id)
                .expect(412);
        assertEquals("Бірінші", stale.text("/theirs/headline"));
        assertEquals("Екінші", stale.text("/yours/headline"));
        writer.with("If-Match", "\"3\"").post("{\"revision\":9}", "/articles/%s/restoration", id).expect(404);
        writer.post("{\"revision\":1}", "/articles/%s/restoration", id).expect(428);
    }

    @Test
    void keepsTheHistory() {
        String id = draft("Бірінші");
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id).expect(200);
        String me = "{\"id\":\"%s\",\"username\":\"%s\",\"name\":\"%s\"}".formatted(author.id(), author.username(),
                author.name());
        Json.same(
                """
                        {"items":[
                          {"number":2,"author":%1$s,"writtenAt":"«time»","origin":"WRITTEN","drawnFrom":[],"digest":"«hex»","writers":[%1$s]},
                          {"number":1,"author":%1$s,"writtenAt":"«time»","origin":"WRITTEN","drawnFrom":[],"digest":"«hex»","writers":[%1$s]}],
                         "next":null}"""
                        .formatted(me),
                writer.get("/articles/%s/revisions", id).expect(200).json());
        Answer one = writer.get("/articles/%s/revisions/1", id).expect(200);
        assertEquals("\"1\"", one.header("ETag").orElse(""));
        Json.same(
                """
                        {"number":1,"author":%1$s,"writtenAt":"«time»","origin":"WRITTEN","drawnFrom":[],"digest":"«hex»","writers":[%1$s],
                         "copy":{"headline":"Бірінші","lead":"","language":"kk","picture":null,
                           "body":{"type":"doc","content":[]},"bylines":[],"source":null,"section":null,"tags":[],"slug":null,
                           "seo":null,"notices":{"age":null,"advertising":false,"ai":false}}}"""
                        .formatted(me),
                one.json());
        Answer first = writer.get("/articles/%s/revisions?size=1", id).expect(200);
        assertEquals(2, first.json().at("/items/0/number").asInt());
        Answer second = writer.get("/articles/%s/revisions?size=1&cursor=%s", id, first.text("/next")).expect(200);
        assertEquals(1, second.json().at("/items/0/number").asInt());
        assertTrue(second.json().at("/next").isNull());
        writer.get("/articles/%s/revisions/3", id).expect(404);
        writer.get("/articles/%s/revisions/abc", id).expect(404);
        writer.get("/articles/%s/revisions?cursor=abc", id).expect(422);
    }

    @Test
    void showsWhatChanged() {
        String id = draft("Қала әкімі есеп берді");
        writer.with("If-Match", "\"1\"")
                .put("{\"headline\":\"Қала әкімі халыққа есеп берді\"}", "/articles/%s/copy", id)
                .expect(200);
        JsonNode changes = writer.get("/articles/%s/revisions/2/changes?since=1", id).expect(200).json();
        Json.same("""
                {"fields":[{"field":"headline","change":"changed","segments":[
                   {"kind":"same","text":"Қала әкімі "},{"kind":"added","text":"халыққа "},
                   {"kind":"same","text":"есеп берді"}]}],"blocks":[]}""", changes);
        assertEquals(changes, writer.get("/articles/%s/revisions/2/changes", id).expect(200).json());
        writer.get("/articles/%s/revisions/2/changes?since=7", id).expect(404);
        writer.get("/articles/%s/revisions/2/changes?since=x", id).expect(422);
    }

    @Test
    void tellsWhoDidWhat() {
        String id = draft("Бірінші");
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id).expect(200);
        Answer trail = writer.get("/articles/%s/trail", id).expect(200);
        Json.same(
                """
                        {"items":[
                          {"seq":1,"at":"«time»","username":"%1$s","name":"%2$s","act":"article.started","details":{"digest":"«hex»","revision":1}},
                          {"seq":2,"at":"«time»","username":"%1$s","name":"%2$s","act":"revision.saved","details":{"digest":"«hex»","revision":2}}],
                         "next":null}"""
                        .formatted(author.username(), author.name()),
                trail.json());
        Answer first = writer.get("/articles/%s/trail?size=1", id).expect(200);
        assertEquals(2, writer.get("/articles/%s/trail?size=1&cursor=%s", id, first.text("/next")).json()
                .at("/items/0/seq").asInt());
        Client.of(people.admin()).get("/articles/%s/trail", id).expect(200);
    }

    @Test
    void listsPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            made.add(0, draft("Мақала " + i));
        }
        List<String> read = new ArrayList<>();
        String path = Api.PATH + "/articles?size=2&desk=" + desk.slug();
        while (path != null) {
            Answer part = writer.get(path).expect(200);
            part.json().at("/items").forEach(line -> read.add(line.at("/id").asText()));
            String next = part.json().at("/next").isNull() ? null : part.text("/next");
            path = part.header("Link").map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1")).orElse(null);
            assertEquals(next == null, path == null);
            assertTrue(path == null || (path.contains("cursor=" + next) && path.contains("desk=" + desk.slug())), path);
        }
        assertEquals(made, read);
        Json.same("""
                {"id":"%s","headline":"Мақала 5","stage":"DRAFT","revision":1,"desk":"%s","author":"%s","section":null,
                 "changedAt":"«time»","path":null,"liveRevision":null,"plannedAt":null,"excerpt":null}"""
                .formatted(made.get(0), desk.id(), author.name()),
                writer.get("/articles?size=1").json().at("/items/0"));
    }

    @Test
    void narrowsAList() {
        writer.post("{\"copy\":{\"headline\":\"Спорт күні\",\"section\":\"sport\"}}", "/articles").expect(201);
        String submitted = draft("Тексерудегі");
        writer.put("{}", "/articles/%s/submission", submitted).expect(200);
        assertEquals(List.of("Спорт күні"), headlines("/articles?section=sport&author=" + author.username()));
        assertEquals(List.of("Тексерудегі"), headlines("/articles?stage=IN_REVIEW"));
        assertEquals(List.of("Спорт күні"), headlines("/articles?q=СПОРТ"));
        assertEquals(List.of(), headlines("/articles?q=100%25"));
        assertEquals(List.of(), headlines("/articles?desk=" + people.desk().slug()));
        assertEquals(List.of(), headlines("/articles?desk=no-such-desk"));
        assertEquals(List.of(), headlines("/articles?author=nobody"));
        writer.get("/articles?stage=PUBLISHED").expect(422);
        for (String bad : List.of("size=0", "size=101", "size=x", "cursor=x", "cursor=%25%25", "q=" + "x".repeat(201),
                "q=%00",
                "author=%00", "section=%00",
                "cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDAxOTMxMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ")) {
            int status = writer.get("/articles?" + bad).status();
            assertEquals(422, status, bad);
        }
    }

    private List<String> headlines(String path) {
        List<String> headlines = new ArrayList<>();
        writer.get(path.replace("СПОРТ", "%D0%A1%D0%9F%D0%9E%D0%A0%D0%A2")).expect(200).json().at("/items")
                .forEach(line -> headlines.add(line.at("/headline").asText()));
        return headlines;
    }

    @Test
    void saysNothingNewToWhoKnowsIt() {
        String id = draft("Бірінші");
        Answer known = writer.with("If-None-Match", "W/\"7\", \"1\"").get("/articles/%s", id).expect(304);
        assertEquals("\"1\"", known.header("ETag").orElse(""));
        assertEquals("", known.body());
        writer.with("If-None-Match", "\"1\"").get("/articles/%s/revisions/1", id).expect(304);
        writer.put("{}", "/articles/%s/submission", id).expect(200);
        Answer moved = writer.with("If-None-Match", "\"1\"").get("/articles/%s", id).expect(200);
        assertEquals("IN_REVIEW", moved.text("/stage"));
    }

    @Test
    void tellsWhoKnowsTheTextWhatElseWasDone() {
        String id = draft("Бірінші");
        Client editor = Client.of(people.at(desk, Role.EDITOR));
        Client reviewer = Client.of(people.at(desk, Role.REVIEWER));
        Client publisher = Client.of(people.at(desk, Role.PUBLISHER));
        Someone heir = people.at(desk, Role.AUTHOR);
        Client knowing = editor.with("If-None-Match", "\"1\"");
        knowing.get("/articles/%s", id).expect(304);
        editor.put("{\"author\":\"%s\",\"from\":\"%s\"}".formatted(heir.id(), author.id()), "/articles/%s/author", id)
                .expect(204);
        assertEquals(heir.username(), knowing.get("/articles/%s", id).expect(200).text("/author/username"));
        editor.put("{\"author\":\"%s\",\"from\":\"%s\"}".formatted(author.id(), heir.id()), "/articles/%s/author", id)
                .expect(204);
        knowing.get("/articles/%s", id).expect(200);

        editor.put("{}", "/articles/%s/submission", id).expect(200);
        reviewer.post("{\"revision\":1}", "/articles/%s/approval", id).expect(200);
        knowing.get("/articles/%s", id).expect(200);
        editor.with("If-Match", "\"1\"").put("{\"headline\":\"Екінші\"}", "/articles/%s/copy", id).expect(200);
        Client newest = editor.with("If-None-Match", "\"2\"");
        newest.get("/articles/%s", id).expect(304);
        publisher.put("{\"until\":\"" + Instant.now().plus(Duration.ofDays(3)) + "\"}", "/articles/%s/expiry", id)
                .expect(200);
        assertTrue(newest.get("/articles/%s", id).expect(200).json().at("/end/at").isTextual());
        publisher.delete("/articles/%s/expiry", id).expect(200);
        assertTrue(newest.get("/articles/%s", id).expect(200).json().at("/end").isMissingNode(),
                "who has it with its end is told that it has none");
    }

    @Test
    void listsSectionsInTheAskersLanguage() {
        Answer sections = writer.with("Accept-Language", "ru").get("/sections").expect(200);
        Json.same(
                """
                        {"slug":"saiasat","name":"Политика","names":{"kk":"Саясат","ru":"Политика","en":"Politics"},"closed":false,"others":[]}""",
                sections.json().at("/items/0"));
        assertEquals("Саясат", writer.get("/sections").text("/items/0/name"));
    }
}
