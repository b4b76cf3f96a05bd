package kz.qalam.api;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;

/** Planning, holding, withdrawing and sending again over HTTP. */
@QuarkusTest
class PublicationTest {

    @Inject
    People people;

    private Someone planner;
    private Client writer;
    private Client reviewer;
    private Client publisher;
    private Instant evening;

    @BeforeEach
    void comeIn() {
        workAt(people.desk());
        evening = Instant.now().plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.MILLIS);
    }

    private void workAt(Desk desk) {
        planner = people.at(desk, Role.PUBLISHER);
        writer = Client.of(people.at(desk, Role.AUTHOR));
        reviewer = Client.of(people.at(desk, Role.REVIEWER));
        publisher = Client.of(planner);
    }

    private String approved(String submission) {
        String id = writer.post("{\"copy\":{\"headline\":\"Көпір ашылды\"}}", "/articles").expect(201).text("/id");
        writer.put(submission, "/articles/%s/submission", id).expect(200);
        reviewer.post("{\"revision\":1}", "/articles/%s/approval", id).expect(200);
        return id;
    }

    @Test
    void aBatchMovesEachStoryByItselfAndNoneTwice() {
        String one = writer.post("{\"copy\":{\"headline\":\"Бірінші\"}}", "/articles").expect(201).text("/id");
        String two = writer.post("{\"copy\":{\"headline\":\"Екінші\"}}", "/articles").expect(201).text("/id");
        writer.put("{}", "/articles/%s/submission", two).expect(200);
        UUID batch = UUID.randomUUID();
        String recall = "{\"move\":\"RECALL\",\"articles\":[\"%s\",\"%s\",\"%s\"]}".formatted(one, two, two);
        Answer first = writer.put(recall, "/batches/%s", batch).expect(200);
        assertEquals(2, first.json().at("/items").size(), "each once");
        assertEquals("409 /problems/wrong-stage 409 DRAFT", first.text("/items/0/status") + " "
                + first.text("/items/0/problem/type") + " " + first.text("/items/0/problem/status") + " "
                + first.text("/items/0/problem/stage"));
        assertEquals(two + " 200 null", first.text("/items/1/article") + " " + first.text("/items/1/status") + " "
                + first.json().at("/items/1/problem"));
        writer.put("{}", "/articles/%s/submission", one).expect(200);
        writer.put("{}", "/articles/%s/submission", two).expect(200);
        Answer again = writer.put(recall, "/batches/%s", batch).expect(200);
        assertEquals("200 200", again.text("/items/0/status") + " " + again.text("/items/1/status"));
        assertEquals("DRAFT IN_REVIEW", writer.get("/articles/%s", one).text("/stage") + " "
                + writer.get("/articles/%s", two).text("/stage"), "what was recalled is not recalled again");

        // The id is this person's; for something else it is used already
        writer.put(recall.replace("RECALL", "SUBMIT"), "/batches/%s", batch).expect(422);
        assertEquals("200", reviewer.put("{\"move\":\"TAG\",\"tag\":\"су\",\"articles\":[\"%s\"]}".formatted(one),
                "/batches/%s", batch).expect(200).text("/items/0/status"));
        assertEquals("су", writer.get("/articles/%s", one).text("/copy/tags/0"));
        assertEquals("422 /tag", failing(one, "\"move\":\"TAG\""));
        assertEquals("422 /tag", failing(one, "\"move\":\"UNTAG\",\"tag\":\"\\u0000\""));
        assertEquals("422 /reason", failing(approved("{\"from\":\"" + evening + "\"}"), "\"move\":\"HOLD\""));
    }

    private String failing(String id, String move) {
        Client asker = move.contains("HOLD") ? publisher : writer;
        Answer answer = asker.put("{%s,\"articles\":[\"%s\"]}".formatted(move, id), "/batches/%s", UUID.randomUUID())
                .expect(200);
        return answer.text("/items/0/status") + " " + answer.text("/items/0/problem/problems/0/pointer");
    }

    @Test
    void aBatchHasLimits() {
        String many = Stream.generate(() -> "\"" + UUID.randomUUID() + "\"").limit(101).collect(joining(","));
        for (String wrong : List.of("{\"move\":\"SUBMIT\",\"articles\":[]}", "{\"move\":\"APPROVE\",\"articles\":[]}",
                "{\"move\":\"SUBMIT\",\"articles\":[\"x\"]}", "{\"move\":\"SUBMIT\"}",
                "{\"move\":\"SUBMIT\",\"articles\":[" + many + "]}")) {
            writer.put(wrong, "/batches/%s", UUID.randomUUID()).expect(422);
        }
        for (List<String> wrong : List.of(List.of("/articles", "\"SUBMIT\",\"articles\":[]"),
                List.of("/articles", "\"SUBMIT\",\"articles\":[" + many + "]"),
                List.of("/from", "\"PLAN\",\"articles\":[\"" + UUID.randomUUID() + "\"]"))) {
            assertEquals(wrong.get(0), writer.put("{\"move\":" + wrong.get(1) + "}", "/batches/%s", UUID.randomUUID())
                    .expect(422).text("/problems/0/pointer"));
        }
        writer.put("{\"move\":\"SUBMIT\",\"articles\":[]}", "/batches/%s", "first").expect(404);
    }

    @Test
    void waitsForAPublisherWhereTheDeskDoes() {
        workAt(people.desk(PublishingRule.BY_PUBLISHER, "headline"));
        String id = approved("{}");
        Json.same("""
                {"items":[],"next":null}""", publisher.get("/articles/%s/editions", id).expect(200).json());
        Answer planned = publisher.post("{\"revision\":1,\"from\":\"" + evening + "\"}", "/articles/%s/editions", id)
                .expect(200);
        String edition = """
                {"number":1,"id":"«id»","article":"%s","headline":"Көпір ашылды","revision":1,"kind":"FIRST",
                 "notice":null,"reason":null,"from":"%s","plannedBy":"%s","plannedAt":"«time»","state":"PLANNED",
                 "held":null,"release":null,"releasedAt":null,"path":null,"fault":null,"deliveries":[]}"""
                .formatted(id, evening, planner.name());
        Json.same(edition, planned.json());
        Json.same("{\"items\":[" + edition + "],\"next\":null}", publisher.get("/articles/%s/editions", id).json());
        Answer now = publisher.post("{\"revision\":1}", "/articles/%s/editions", id).expect(200);
        Json.same("""
                {"number":1,"id":"«id»","article":"%s","headline":"Көпір ашылды","revision":1,"kind":"FIRST",
                 "notice":null,"reason":null,"from":"«time»","plannedBy":"%s","plannedAt":"«time»","state":"RELEASED",
                 "held":null,"release":"«number»","releasedAt":"«time»","path":"«text»","fault":null,"deliveries":[]}"""
                .formatted(id, planner.name()), now.json());
        assertEquals("/problems/already-released",
                publisher.post("{\"revision\":1}", "/articles/%s/editions", id).expect(409).text("/type"));
    }

    @Test
    void tellsWhatGoesOutAndWhatLeavesNext() {
        String id = approved("{\"from\":\"" + evening + "\"}");
        assertEquals(id, publisher.get("/editions?size=100").expect(200).text("/items/0/article"));
        assertEquals("[]", publisher.get("/editions?list=FAILING").expect(200).json().path("items").toString());
        assertEquals("[]", publisher.get("/editions?list=LIVE").expect(200).json().path("items").toString());
        publisher.put("{\"until\":\"" + evening.plusSeconds(3600) + "\"}", "/articles/%s/expiry", id).expect(200);
        assertEquals(id, publisher.get("/expiries").expect(200).text("/items/0/article"));
        Client stranger = Client.of(people.at(people.desk(), Role.PUBLISHER));
        assertFalse(stranger.get("/editions").expect(200).body().contains(id));
        assertFalse(stranger.get("/expiries").expect(200).body().contains(id));
        assertEquals("unknown-value", publisher.get("/editions?list=x").expect(422).text("/problems/0/key"));
    }

    @Test
    void keepsTheViewsOfWhoeverAsks() {
        publisher.put("{\"query\":\"stage=DRAFT\"}", "/views/%D0%9C%D0%B5%D0%BD%D1%96%D2%A3")
                .expect(204);
        assertEquals("Менің", publisher.get("/views").expect(200).text("/items/0/name"));
        assertEquals("stage=DRAFT", publisher.get("/views").expect(200).text("/items/0/query"));
        assertEquals("/query", publisher.put("{\"query\":\"q=\\u0000\"}", "/views/a").expect(422)
                .text("/problems/0/pointer"));
        publisher.delete("/views/%D0%9C%D0%B5%D0%BD%D1%96%D2%A3").expect(204);
        assertEquals("[]", publisher.get("/views").expect(200).json().path("items").toString());
    }

    @Test
    void holdsAndPlansAgain() {
        String id = approved("{\"from\":\"" + evening + "\"}");
        Answer held = publisher.post("{\"reason\":\"Нақтылау керек\"}", "/articles/%s/hold", id).expect(200);
        Json.same("""
                {"id":"%s","stage":"APPROVED","revision":1,"approvedRevision":1,"live":null,
                 "planned":[{"number":1,"revision":1,"kind":"FIRST","from":"%s","held":"Нақтылау керек"}],
                 "moves":["PLAN"]}""".formatted(id, evening), held.json());
        assertEquals("HELD", publisher.get("/articles/%s/editions", id).text("/items/0/state"));
        assertEquals("/problems/nothing-planned",
                publisher.post("{\"reason\":\"Тағы\"}", "/articles/%s/hold", id).expect(409).text("/type"));
        Answer again = publisher.post("{\"revision\":1,\"from\":\"" + evening.plusSeconds(60) + "\"}",
                "/articles/%s/editions", id).expect(200);
        assertEquals("PLANNED", again.text("/state"));
        for (String bad : new String[]{"{}", "{\"reason\":\"  \"}", "{\"reason\":null}",
                "{\"reason\":\"" + "а".repeat(1001) + "\"}"}) {
            assertEquals("/reason",
                    publisher.post(bad, "/articles/%s/hold", id).expect(422).text("/problems/0/pointer"), bad);
        }
        assertEquals("/problems/not-approved", publisher.with("Accept-Language", "en")
                .post("{\"revision\":2}", "/articles/%s/editions", id).expect(409).text("/type"));
        publisher.post("{\"revision\":1,\"from\":\"2999-01-01T00:00:00Z\"}", "/articles/%s/editions", id).expect(422);
    }

    @Test
    void withdrawsWhatIsLive() {
        String id = approved("{}");
        Answer gone = publisher.post("{\"reason\":\"Сот шешімі\",\"notice\":\"Материал алынды\"}",
                "/articles/%s/withdrawal", id).expect(200);
        Json.same("""
                {"id":"%s","stage":"APPROVED","revision":1,"approvedRevision":1,"live":null,"planned":[],
                 "moves":["PLAN"]}""".formatted(id), gone.json());
        Answer editions = publisher.get("/articles/%s/editions?size=1", id).expect(200);
        Json.same("""
                {"number":2,"id":"«id»","article":"%s","headline":"Көпір ашылды","revision":1,"kind":"WITHDRAWAL",
                 "notice":"Материал алынды","reason":"Сот шешімі","from":"«time»","plannedBy":"%s","plannedAt":"«time»",
                 "state":"RELEASED","held":null,"release":"«number»","releasedAt":"«time»","path":"«text»","fault":null,
                 "deliveries":[]}""".formatted(id, planner.name()), editions.json().at("/items/0"));
        assertEquals(1, publisher.get("/articles/%s/editions?size=1&cursor=%s", id, editions.text("/next")).json()
                .at("/items/0/number").asInt());
        assertEquals("/problems/nothing-live",
                publisher.post("{\"reason\":\"Тағы\"}", "/articles/%s/withdrawal", id).expect(409).text("/type"));
    }

    @Test
    void sendsAgainWhatWasDelivered() throws SQLException {
        String id = approved("{}");
        long release = writer.get("/articles/%s", id).json().at("/live/release").asLong();
        UUID delivery = delivered(release);
        Json.same("""
                [{"id":"%s","receiver":"folder","state":"DELIVERED","attempts":1,"deliveredAt":null,"fault":null}]"""
                .formatted(delivery), publisher.get("/articles/%s/editions", id).json().at("/items/0/deliveries"));
        Client admin = Client.of(people.admin());
        admin.post("", "/deliveries/%s/resend", delivery).expect(204);
        assertEquals("PENDING", publisher.get("/articles/%s/editions", id).text("/items/0/deliveries/0/state"));
        admin.post("", "/deliveries/%s/resend", UUID.randomUUID()).expect(404);
        publisher.post("", "/deliveries/%s/resend", delivery).expect(404);
    }

    @Test
    void freezesAndGoesOn() {
        Json.same("{\"frozen\":false,\"reason\":null,\"by\":null,\"since\":null}",
                writer.get("/freeze").expect(200).json());
        publisher.put("{\"reason\":\" \"}", "/freeze").expect(422);
        publisher.put("{\"reason\":\"Қате дерек шықты\"}", "/freeze").expect(200);
        publisher.put("{\"reason\":\"Басқа себеп\"}", "/freeze").expect(200);
        Json.same("{\"frozen\":true,\"reason\":\"Қате дерек шықты\",\"by\":\"%s\",\"since\":\"«time»\"}"
                .formatted(planner.name()), writer.get("/freeze").expect(200).json());
        String id = approved("{}");
        assertEquals(true, writer.get("/articles/%s", id).json().at("/live").isNull());
        publisher.delete("/freeze").expect(200);
        assertEquals(1, writer.get("/articles/%s", id).json().at("/live/revision").asInt());
        publisher.delete("/freeze").expect(200);
    }

    /** As publishing writes it, with its own role. */
    static UUID delivered(long release) throws SQLException {
        UUID delivery = UUID.randomUUID();
        try (Connection site = TestDatabase.as("qalam_site");
                PreparedStatement insert = site.prepareStatement(
                        "insert into site.delivery (id, release, receiver, state, attempts) values (?, ?, 'folder', 'DELIVERED', 1)")) {
            insert.setObject(1, delivery);
            insert.setLong(2, release);
            insert.executeUpdate();
        }
        return delivery;
    }
}
