package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** Unsaved texts, bringing two changes together, and presence, as programs use them. */
@QuarkusTest
class WritingTest {

    private static final String BODY = "{\"headline\":\"Тақырып\",\"lead\":\"%s\",\"body\":{\"type\":\"doc\",\"content\":["
            + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]},"
            + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Ортадағы абзац өзгермейді.\"}]},"
            + "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}}";

    private static final String ONE = "Қала тұрғындары көптен күткен кітапхана ашылды.";
    private static final String TWO = "Құрылыс үш жылға созылды, қаржы бөлінді.";

    @Inject
    People people;

    Client author;
    Client editor;

    @BeforeEach
    void come() {
        Desk desk = people.desk();
        author = Client.of(people.at(desk, Role.AUTHOR));
        editor = Client.of(people.at(desk, Role.EDITOR));
    }

    @Test
    void anUnsavedTextIsKeptListedTakenBackAndThrownAway() {
        String id = story();
        UUID window = UUID.randomUUID();
        String path = "/articles/" + id + "/working-texts";
        String typed = "{\"counter\":2,\"base\":1,\"copy\":" + BODY.formatted("", ONE + " Терілді.", TWO) + "}";
        author.put(typed, path + "/" + window).expect(200);
        author.put(typed, path + "/" + window).expect(200);
        author.put(typed.replace("\"counter\":2", "\"counter\":1"), path + "/" + window).expect(409);
        JsonNode listed = author.get(path).expect(200).json().path("items");
        assertEquals(1, listed.size());
        assertFalse(listed.path(0).has("copy"));
        assertTrue(author.get(path + "/" + window).expect(200).body().contains("Терілді."));
        assertEquals(0, editor.get(path).expect(200).json().path("items").size());
        editor.get(path + "/" + window).expect(404);
        assertFalse(editor.get("/articles/" + id).expect(200).body().contains("Терілді."));
        author.delete(path + "/" + window).expect(204);
        assertEquals(0, author.get(path).json().path("items").size());
        author.put("{\"counter\":0,\"base\":1,\"copy\":{}}", path + "/" + window).expect(422);
        author.put(typed, path + "/no-window").expect(404);
    }

    @Test
    void aStaleSaveTellsHowBothComeTogetherAndTheMergeNamesBoth() {
        String id = story();
        editor.with("If-Match", "\"1\"").put(BODY.formatted("", ONE, TWO + " Редактор қосты."), copy(id)).expect(200);
        Answer stale = author.with("If-Match", "\"1\"").put(BODY.formatted("", ONE + " Автор қосты.", TWO), copy(id))
                .expect(412);
        assertEquals(1, stale.json().path("base").asInt());
        assertEquals(2, stale.json().path("current").asInt());
        assertEquals(0, stale.json().path("collisions").size());
        String merged = stale.json().path("merged").toString();
        assertTrue(merged.contains("Автор қосты.") && merged.contains("Редактор қосты."), merged);
        author.with("If-Match", "\"2\"").put(merged, copy(id) + "?merging=1").expect(200);
        JsonNode revision = author.get("/articles/" + id + "/revisions/3").expect(200).json();
        assertEquals("MERGED", revision.path("origin").asText());
        assertEquals(2, revision.path("writers").size());
    }

    @Test
    void whatCollidesIsToldWithBothTexts() {
        String id = story();
        editor.with("If-Match", "\"1\"").put(BODY.formatted("Редактор лиді", ONE, TWO), copy(id)).expect(200);
        JsonNode stale = author.with("If-Match", "\"1\"").put(BODY.formatted("Автор лиді", ONE, TWO), copy(id))
                .expect(412).json();
        assertTrue(stale.path("merged").isNull());
        JsonNode collision = stale.path("collisions").path(0);
        assertEquals("/lead Автор лиді Редактор лиді", collision.path("pointer").asText() + " "
                + collision.path("mine").asText() + " " + collision.path("theirs").asText());
        assertFalse(author.with("If-Match", "\"9\"").put(BODY.formatted("", ONE, TWO), copy(id)).expect(412).json()
                .has("base"));
        author.with("If-Match", "\"2\"").put(BODY.formatted("", ONE, TWO), copy(id) + "?merging=2").expect(422);
    }

    @Test
    void presenceNamesWhoIsThere() {
        String id = story();
        String path = "/articles/" + id + "/presence";
        UUID window = UUID.randomUUID();
        editor.put("{\"unsaved\":true}", path + "/" + window).expect(200);
        JsonNode seen = author.get(path).expect(200).json().path("items");
        assertEquals(1, seen.size());
        assertTrue(seen.path(0).path("unsaved").asBoolean());
        assertEquals(0, editor.get(path).json().path("items").size(), "one does not see oneself");
        editor.delete(path + "/" + window).expect(204);
        assertEquals(0, author.get(path).json().path("items").size());
    }

    @Test
    void aNoteStandsAtItsPassageAndIsResolvedOnce() {
        Desk desk = people.desk();
        Client writer = Client.of(people.at(desk, Role.AUTHOR));
        Client judge = Client.of(people.at(desk, Role.REVIEWER));
        String id = writer.post("{\"copy\":" + BODY.formatted("", ONE, TWO) + "}", "/articles").expect(201).text("/id");
        writer.put("{}", "/articles/" + id + "/submission").expect(200);
        judge.post("{\"revision\":1}", "/articles/" + id + "/change-request").expect(422);
        String notes = "/articles/" + id + "/notes";
        JsonNode note = judge.post("{\"revision\":1,\"quoted\":\"үш жылға\",\"said\":\"Төрт жыл емес пе?\"}", notes)
                .expect(201).json();
        assertEquals("2 8 16", note.path("block").asInt() + " " + note.path("start").asInt() + " "
                + note.path("end").asInt());
        assertEquals(note, judge.post("{\"revision\":1,\"quoted\":\"үш жылға\",\"said\":\"Төрт жыл емес пе?\"}", notes)
                .expect(201).json(), "the same again, as after a lost answer");
        judge.post("{\"revision\":1,\"quoted\":\"мұндай сөз жоқ\",\"said\":\"?\"}", notes).expect(422);
        judge.post("{\"revision\":9,\"said\":\"?\"}", notes).expect(404);
        judge.post("{\"revision\":1}", "/articles/" + id + "/change-request").expect(200);
        String resolution = notes + "/" + note.path("id").asText() + "/resolution";
        assertFalse(writer.put("", resolution).expect(200).json().path("resolvedAt").isNull());
        writer.put("", resolution).expect(200);
        assertEquals(1, writer.get(notes).expect(200).json().path("items").size());
        assertTrue(writer.get("/articles/" + id + "/trail").expect(200).body().contains("note.resolved"));
        editor.get(notes).expect(404);
    }

    @Test
    void authorshipNamesWhoWroteWhat() {
        String id = story();
        editor.with("If-Match", "\"1\"").put(BODY.formatted("", ONE + " Редактор қосты.", TWO), copy(id)).expect(200);
        JsonNode told = author.get("/articles/" + id + "/revisions/2/authorship").expect(200).json();
        assertEquals("0 1", told.at("/blocks/0/0/source").asInt() + " " + told.at("/blocks/0/1/source").asInt());
        assertEquals(2, told.at("/revisions/1/number").asInt());
        author.get("/articles/" + id + "/revisions/7/authorship").expect(404);
    }

    private String story() {
        return author.post("{\"copy\":" + BODY.formatted("", ONE, TWO) + "}", "/articles").expect(201).text("/id");
    }

    private static String copy(String id) {
        return "/articles/" + id + "/copy";
    }
}
