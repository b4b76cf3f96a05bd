package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;

/** Submitting, recalling and deciding over HTTP. */
@QuarkusTest
class ReviewsTest {

    @Inject
    People people;

    private Desk desk;
    private Someone author;
    private Someone judge;
    private Client writer;
    private Client reviewer;
    private String id;

    @BeforeEach
    void comeIn() {
        desk = people.desk();
        author = people.at(desk, Role.AUTHOR);
        judge = people.at(desk, Role.REVIEWER);
        writer = Client.of(author);
        reviewer = Client.of(judge);
        id = draft("Қалада кітапхана ашылды");
    }

    private String draft(String headline) {
        return writer.post("{\"copy\":{\"headline\":\"" + headline + "\"}}", "/articles").expect(201).text("/id");
    }

    @Test
    void asksForAReviewWithWhatItIsToBecome() {
        Instant from = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        String here = from.atOffset(java.time.ZoneOffset.ofHours(5)).toString();
        Answer round = writer
                .put("{\"revision\":1,\"kind\":\"FIRST\",\"notice\":\" Ескертпе \",\"from\":\"" + here + "\"}",
                        "/articles/%s/submission", id)
                .expect(200);
        Json.same(
                """
                        {"id":"«id»","article":"%s","headline":"Қалада кітапхана ашылды","revision":1,"kind":"FIRST","notice":"Ескертпе",
                         "from":"%s","askedBy":"%s","askedAt":"«time»","verdict":null,"decidedBy":null,"decidedAt":null,
                         "note":null,"own":true}"""
                        .formatted(id, from, author.name()),
                round.json());
        assertEquals("IN_REVIEW", writer.get("/articles/%s", id).text("/stage"));
        Answer recalled = writer.delete("/articles/%s/submission", id).expect(200);
        Json.same("""
                {"id":"%s","stage":"DRAFT","revision":1,"approvedRevision":null,"live":null,"planned":[],
                 "moves":["EDIT","SUBMIT","HAND_OVER"]}""".formatted(id), recalled.json());
        assertEquals("RECALLED", writer.get("/articles/%s/reviews", id).expect(200).text("/items/0/verdict"));
        writer.delete("/articles/%s/submission", id).expect(409);
    }

    /** A clock tells more than a database keeps; who asks again, because no answer came, has asked for the same. */
    @Test
    void asksAgainForTheSameTime() {
        String asked = "{\"revision\":1,\"from\":\"" + Instant.now().plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS).plusNanos(123_456_789) + "\"}";
        assertTrue(writer.put(asked, "/articles/%s/submission", id).expect(200).text("/from").endsWith(".123Z"));
        assertTrue(writer.put(asked, "/articles/%s/submission", id).expect(200).text("/from").endsWith(".123Z"));
        assertEquals(1, writer.get("/articles/%s/reviews", id).json().at("/items").size());
    }

    @Test
    void whatWasFoundSaysWhyAndWhatStandsAlreadyIsTold() {
        String copy = "{\"copy\":{\"headline\":\"%s\",\"body\":{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"Ауданда екі жүз орындық ауылдық балабақша пайдалануға берілді, "
                + "оны салуға үш жыл кетті, құрылысқа жергілікті кәсіпкерлер мен тұрғындар қаржы жинап, көмек көрсеткен "
                + "екен, енді мұнда алпыстан астам бүлдіршін тәрбиеленеді.\"}]}]}}}";
        String first = writer.post(copy.formatted("Балабақша ашылды"), "/articles").expect(201).text("/id");
        String again = writer.post(copy.formatted("Тағы балабақша"), "/articles").expect(201).text("/id");
        Answer found = writer.get("/articles?q=" + java.net.URLEncoder.encode("балабақшалар бүлдіршіндер ",
                java.nio.charset.StandardCharsets.UTF_8)).expect(200);
        assertEquals(2, found.json().at("/items").size());
        Json.same("[{\"text\":\"Балабақша\",\"found\":true},{\"text\":\" ашылды\",\"found\":false}]",
                found.json().at("/items/1/excerpt/headline"));
        assertEquals(0, writer.get("/articles/%s/twins", again).expect(200).json().at("/items").size());
        writer.put("", "/articles/%s/submission", first).expect(200);
        Json.same(
                """
                        {"items":[{"id":"%s","headline":"Балабақша ашылды","stage":"IN_REVIEW","author":"%s","changedAt":"«time»",
                         "path":null,"likeness":100}],"next":null}"""
                        .formatted(first, author.name()),
                writer.get("/articles/%s/twins", again).expect(200).json());
    }

    @Test
    void asksWithNoBodyAtAll() {
        assertEquals("FIRST", writer.put("", "/articles/%s/submission", id).expect(200).text("/kind"));
        assertEquals("FIRST", writer.put("{}", "/articles/%s/submission", id).expect(200).text("/kind"));
        assertEquals(1, writer.get("/articles/%s/reviews", id).json().at("/items").size());
    }

    @Test
    void refusesWhatCannotBeAskedFor() {
        assertEquals("/kind", pointer("{\"kind\":\"CORRECTION\",\"notice\":\"Түзетілді\"}"));
        assertEquals("/kind", pointer("{\"kind\":\"BEST\"}"));
        assertEquals("/notice", pointer("{\"notice\":\"" + "а".repeat(1001) + "\"}"));
        assertEquals("/notice", pointer("{\"notice\":7}"));
        assertEquals("/from", pointer("{\"from\":\"+999999999-12-31T23:59:59Z\"}"));
        assertEquals("/from", pointer("{\"from\":1764000000}"));
        assertEquals("/from", pointer("{\"from\":\"ертең\"}"));
        assertEquals("/from", pointer("{\"from\":\"2026-11-24T18:00:00\"}"));
        assertEquals("/revision", pointer("{\"revision\":\"1\"}"));
        assertEquals("/revision", pointer("{\"revision\":1.5}"));
        assertEquals("/revision", pointer("{\"revision\":99999999999}"));
        assertEquals("/publish", pointer("{\"publish\":true}"));
        Answer stale = writer.put("{\"revision\":2}", "/articles/%s/submission", id).expect(409);
        assertEquals("/problems/stale-revision", stale.text("/type"));
        assertEquals(1, stale.json().at("/current").asInt());
        assertEquals("DRAFT", writer.get("/articles/%s", id).text("/stage"));
    }

    private String pointer(String submission) {
        return writer.put(submission, "/articles/%s/submission", id).expect(422).text("/problems/0/pointer");
    }

    @Test
    void refusesWhatTheDeskFindsIncomplete() {
        Desk strict = people.desk(PublishingRule.ON_APPROVAL, "headline", "lead", "section");
        Client other = Client.of(people.at(strict, Role.AUTHOR));
        String empty = other.post("{\"copy\":{}}", "/articles").expect(201).text("/id");
        Answer refused = other.with("Accept-Language", "en").put("{}", "/articles/%s/submission", empty).expect(422);
        Json.same("""
                {"type":"/problems/incomplete","title":"The story is not complete yet","status":422,
                 "detail":"Needed before it can be submitted: headline, lead, section.",
                 "way":"Fill in what is missing and submit again.","instance":"«id»",
                 "fields":["headline","lead","section"]}""", refused.json());
    }

    @Test
    void approvesAndPublishesAtOnce() {
        writer.put("{}", "/articles/%s/submission", id).expect(200);
        Answer approved = reviewer.post("{\"revision\":1,\"note\":\"Жақсы\"}", "/articles/%s/approval", id).expect(200);
        assertTrue(approved.text("/live/path").matches("/[0-9]{4}/[0-9]{2}/[0-9]{2}/[a-z0-9-]+/"), approved.body());
        Json.same("""
                {"id":"%s","stage":"APPROVED","revision":1,"approvedRevision":1,
                 "live":{"revision":1,"release":"«number»","path":"«text»","since":"«time»"},"planned":[],
                 "moves":["EDIT"]}""".formatted(id), approved.json());
        assertEquals(approved.json(), reviewer.post("{\"revision\":1,\"note\":\"Жақсы\"}", "/articles/%s/approval", id)
                .expect(200).json(), "the same verdict again");
        Answer round = writer.get("/articles/%s/reviews", id).expect(200);
        Json.same(
                """
                        {"id":"«id»","article":"%s","headline":"Қалада кітапхана ашылды","revision":1,"kind":"FIRST","notice":null,
                         "from":null,"askedBy":"%s","askedAt":"«time»","verdict":"APPROVED","decidedBy":"%s",
                         "decidedAt":"«time»","note":"Жақсы","own":true}"""
                        .formatted(id, author.name(), judge.name()),
                round.json().at("/items/0"));
        assertEquals(List.of("article.started", "revision.submitted", "revision.approved", "edition.planned"), acts());
    }

    private List<String> acts() {
        List<String> acts = new ArrayList<>();
        writer.get("/articles/%s/trail", id).json().at("/items").forEach(entry -> acts.add(entry.at("/act").asText()));
        return acts;
    }

    @Test
    void approvesForLater() {
        Instant from = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);
        writer.put("{\"from\":\"" + from + "\"}", "/articles/%s/submission", id).expect(200);
        Answer approved = reviewer.post("{\"revision\":1}", "/articles/%s/approval", id).expect(200);
        Json.same("""
                {"id":"%s","stage":"APPROVED","revision":1,"approvedRevision":1,"live":null,
                 "planned":[{"number":1,"revision":1,"kind":"FIRST","from":"%s","held":null}],"moves":["EDIT"]}"""
                .formatted(id, from), approved.json());
    }

    @Test
    void sendsBackWithANote() {
        writer.put("{}", "/articles/%s/submission", id).expect(200);
        assertEquals("/note", reviewer.post("{\"revision\":1}", "/articles/%s/change-request", id).expect(422)
                .text("/problems/0/pointer"));
        assertEquals("/note", reviewer.post("{\"revision\":1,\"note\":\"" + "а".repeat(4001) + "\"}",
                "/articles/%s/change-request", id).expect(422).text("/problems/0/pointer"));
        Answer back = reviewer.post("{\"revision\":1,\"note\":\"Дереккөз қайда?\"}", "/articles/%s/change-request", id)
                .expect(200);
        Json.same("""
                {"id":"%s","stage":"CHANGES_REQUESTED","revision":1,"approvedRevision":null,"live":null,"planned":[],
                 "moves":["EDIT"]}""".formatted(id), back.json());
        assertEquals("Дереккөз қайда?", writer.get("/articles/%s/reviews", id).text("/items/0/note"));
    }

    @Test
    void decidesOnWhatWasReadOrNotAtAll() {
        writer.put("{}", "/articles/%s/submission", id).expect(200);
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Басқаша\"}", "/articles/%s/copy", id).expect(200);
        assertEquals("/problems/nothing-open",
                reviewer.post("{\"revision\":1}", "/articles/%s/approval", id).expect(409).text("/type"));
        writer.put("{}", "/articles/%s/submission", id).expect(200);
        Answer moved = reviewer.with("Accept-Language", "ru").post("{\"revision\":1}", "/articles/%s/approval", id)
                .expect(409);
        Json.same("""
                {"type":"/problems/review-moved","title":"Проверка изменилась, пока вы читали","status":409,
                 "detail":"Ваше решение относится к версии 1, а на проверке версия 2.",
                 "way":"Откройте проверку заново и прочтите версию 2.","instance":"«id»","open":2}""", moved.json());
        assertEquals("/revision", reviewer.post("{\"note\":\"иә\"}", "/articles/%s/approval", id).expect(422)
                .text("/problems/0/pointer"));
        String read = reviewer.get("/reviews").text("/items/0/id");
        writer.delete("/articles/%s/submission", id).expect(200);
        writer.put("{\"notice\":\"Басқаша\"}", "/articles/%s/submission", id).expect(200);
        String verdict = "{\"revision\":2,\"round\":\"%s\"}";
        assertEquals("/problems/review-moved", reviewer
                .post(verdict.formatted(read), "/articles/%s/approval", id).expect(409).text("/type"));
        reviewer.post(verdict.formatted(reviewer.get("/reviews").text("/items/0/id")), "/articles/%s/approval", id)
                .expect(200);
    }

    @Test
    void refusesApprovalByAWriter() {
        Someone both = people.at(desk, Role.AUTHOR, Role.REVIEWER);
        Client own = Client.of(both);
        String mine = own.post("{\"copy\":{\"headline\":\"Өзімдікі\"}}", "/articles").expect(201).text("/id");
        own.put("{}", "/articles/%s/submission", mine).expect(200);
        assertEquals("/problems/own-writing",
                own.post("{\"revision\":1}", "/articles/%s/approval", mine).expect(403).text("/type"));
        assertTrue(own.get("/reviews").json().at("/items/0/own").asBoolean());
        assertTrue(reviewer.get("/articles/%s", mine).body().contains("\"APPROVE\""));
        assertEquals(false, own.get("/articles/%s", mine).body().contains("\"APPROVE\""));
    }

    @Test
    void listsWhatWaitsTheLongestWaitingFirst() {
        List<String> asked = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String next = draft("Мақала " + i);
            writer.put("{}", "/articles/%s/submission", next).expect(200);
            asked.add(next);
        }
        List<String> waiting = new ArrayList<>();
        String path = "/reviews?size=2";
        while (path != null) {
            Answer part = reviewer.get(path).expect(200);
            part.json().at("/items").forEach(round -> waiting.add(round.at("/article").asText()));
            path = part.json().at("/next").isNull() ? null : "/reviews?size=2&cursor=" + part.text("/next");
        }
        assertEquals(asked, waiting);
        assertEquals(0, writer.get("/reviews").expect(200).json().at("/items").size());
        reviewer.get("/reviews?cursor=hm").expect(422);
    }
}
