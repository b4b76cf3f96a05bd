package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.api.problem.Outage;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** What the API says when it says no: to hostile, clumsy and unlucky requests. */
@QuarkusTest
class ProblemsTest {

    @Inject
    People people;

    @Inject
    DataSource database;

    private Desk desk;
    private Client writer;
    private String id;

    @BeforeEach
    void comeIn() {
        desk = people.desk();
        writer = Client.of(people.at(desk, Role.AUTHOR, Role.EDITOR));
        id = writer.post("{\"copy\":{\"headline\":\"Құпия жоба\"}}", "/articles").expect(201).text("/id");
    }

    @Test
    void asksStrangersToLogIn() {
        Answer refused = Client.stranger().with("Accept-Language", "en").get("/articles/%s", id).expect(401);
        Json.same("""
                {"type":"/problems/not-logged-in","title":"Log in first","status":401,
                 "detail":"The request has no access token, or one that is no longer good.",
                 "way":"Get a new token and send it in the Authorization header.","instance":"«id»"}""",
                refused.json());
        assertProblem(refused);
        assertTrue(refused.header("WWW-Authenticate").orElse("").startsWith("Bearer"),
                refused.response().headers().toString());
        assertEquals("no-store", refused.header("Cache-Control").orElse(""));
        Map<String, String> bad = Map.of("expired", TestKeys.expired("subject-x"), "for another audience",
                TestKeys.forAnotherAudience("subject-x"), "signed by another", TestKeys.signedByAnother("subject-x"),
                "no token", "abc.def.ghi", "unsigned",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiYXVkIjoicWFsYW0tbmV3c3Jvb20ifQ.");
        bad.forEach((what, token) -> {
            Answer answer = Client.stranger().with("Authorization", "Bearer " + token).get("/me");
            assertEquals(401, answer.status(), what);
            assertProblem(answer);
        });
        assertProblem(Client.stranger().with("Authorization", "Basic YXV0aG9yOmF1dGhvcg==").get("/me").expect(401));
        assertProblem(Client.stranger().with("Cookie", "q_session=x").post("{}", "/articles").expect(401));
    }

    private static void assertProblem(Answer answer) {
        assertEquals("application/problem+json", answer.header("Content-Type").orElse("").replaceAll(";.*", ""),
                answer.toString());
        assertEquals(answer.status(), answer.json().at("/status").asInt());
        assertTrue(answer.text("/type").startsWith("/problems/"), answer.toString());
        for (String part : List.of("title", "detail", "way", "instance")) {
            assertFalse(answer.text("/" + part).isBlank(), part + " in " + answer);
        }
    }

    @Test
    void speaksTheAskersLanguage() {
        Map<String, String> titles = Map.of("", "Табылмады", "kk", "Табылмады", "ru", "Не найдено", "en-GB, ru;q=0.5",
                "Not found", "de, ru;q=0.8, en;q=0.9", "Not found", "de", "Табылмады", "*", "Табылмады", "ru-KZ",
                "Не найдено",
                "%%%;q=x", "Табылмады", "en,".repeat(100) + "en", "Табылмады");
        titles.forEach((asked, title) -> {
            Client client = asked.isEmpty() ? writer : writer.with("Accept-Language", asked);
            Answer answer = client.get("/articles/%s", UUID.randomUUID()).expect(404);
            assertEquals(title, answer.text("/title"), asked);
            assertEquals(Map.of("Табылмады", "kk", "Не найдено", "ru", "Not found", "en").get(title),
                    answer.header("Content-Language").orElse(""), asked);
            assertEquals("Accept-Language", answer.header("Vary").orElse(""));
        });
    }

    @Test
    void everyEdgeFaultIsAProblem() {
        assertEquals("/problems/not-found", problem(writer.get("/nowhere"), 404));
        assertEquals("/problems/not-found", problem(writer.get("/articles/%s/nowhere", id), 404));
        assertEquals("/problems/not-found", problem(writer.get("/api/v2/articles"), 404));
        assertEquals("/problems/not-found", problem(writer.get("/articles/not-a-uuid"), 404));
        assertEquals("/problems/not-found", problem(writer.get("/articles/%s/revisions/99999999999", id), 404));
        assertEquals("/problems/not-found", problem(writer.get("/articles/%s/revisions/0", id), 404));
        Answer wrong = writer.delete("/articles/%s/copy", id);
        assertEquals("/problems/method-not-allowed", problem(wrong, 405));
        assertEquals("PUT", wrong.header("Allow").orElse(""));
        assertEquals("/problems/method-not-allowed", problem(writer.send("PATCH", "{}", "/articles"), 405));
        assertEquals("/problems/not-acceptable", problem(writer.with("Accept", "text/html").get("/articles"), 406));
        assertEquals("/problems/unsupported-media-type",
                problem(writer.send("POST", "{}".getBytes(StandardCharsets.UTF_8), "text/plain", "/articles"), 415));
        assertEquals("/problems/unsupported-media-type",
                problem(writer.send("POST", "a=b".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded",
                        "/articles"), 415));
        assertEquals("/problems/unsupported-media-type",
                problem(writer.send("POST", "{}".getBytes(StandardCharsets.UTF_8), "image/png", "/imports"), 415));
    }

    private static String problem(Answer answer, int status) {
        answer.expect(status);
        assertProblem(answer);
        return answer.text("/type");
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        byte[] cyrillic = {'{', '"', 'h', '"', ':', '"', (byte) 0xD2, '"', '}'};
        List<byte[]> bad = new ArrayList<>(List.of(cyrillic));
        for (String text : List.of("{", "[", "nonsense", "{\"copy\":{}} {}", "{\"copy\":{},\"copy\":{}}", "{'copy':{}}",
                "{\"copy\":NaN}", "\u0000", "[".repeat(100_000), "{\"a\":".repeat(100_000),
                "{\"copy\":" + "9".repeat(5000) + "}")) {
            bad.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] body : bad) {
            String said = new String(body, 0, Math.min(body.length, 30), StandardCharsets.UTF_8);
            Answer started = writer.send("POST", body, "application/json", "/articles");
            assertEquals(400, started.status(), said + " " + started);
            assertEquals("/problems/malformed", problem(started, 400));
            Answer saved = writer.with("If-Match", "\"1\"").send("PUT", body, "application/json",
                    "/articles/" + id + "/copy");
            // the envelope's own fields are unknown to a copy
            assertEquals(true, saved.status() == 400 || saved.status() == 422, said + " " + saved);
            assertProblem(saved);
        }
    }

    @Test
    void namesThePlaceOfWhatIsWrong() {
        Answer refused = writer.with("Accept-Language", "en")
                .post("""
                        {"copy":{"headline":7,"body":{"type":"doc","content":[{"type":"script"},{"type":"paragraph","onclick":1}]},
                         "html":"<b>"},"desk":null}""",
                        "/articles")
                .expect(422);
        Json.same("""
                {"type":"/problems/invalid","title":"What you sent was not accepted","status":422,
                 "detail":"Places that break the rules: 4. Nothing was saved.",
                 "way":"Correct the places named and send it again.","instance":"«id»","problems":[
                   {"pointer":"/copy/headline","key":"not-text","text":"Text belongs here."},
                   {"pointer":"/copy/body/content/0","key":"unknown-node","text":"There is no such block."},
                   {"pointer":"/copy/body/content/1/onclick","key":"unknown-field","text":"There is no such field."},
                   {"pointer":"/copy/html","key":"unknown-field","text":"There is no such field."}]}""",
                refused.json());
        for (List<String> bad : List.of(List.of("/copy", "{}"), List.of("/copy", "{\"copy\":null}"),
                List.of("/copy", "{\"copy\":[]}"),
                List.of("/kopy", "{\"kopy\":{}}"), List.of("/desk", "{\"copy\":{},\"desk\":7}"),
                List.of("/desk", "{\"copy\":{},\"desk\":{}}"),
                List.of("", "null"), List.of("", "[]"), List.of("", "7"),
                List.of("/copy/section", "{\"copy\":{\"section\":\"joq\"}}"))) {
            Answer answer = writer.post(bad.get(1), "/articles");
            assertEquals(422, answer.status(), bad + " " + answer);
            assertEquals(bad.get(0), answer.text("/problems/0/pointer"), bad + " " + answer);
        }
        assertEquals("/html",
                writer.with("If-Match", "\"1\"").put("{\"html\":\"\"}", "/articles/%s/copy", id).expect(422)
                        .text("/problems/0/pointer"));
    }

    @Test
    void takesNoMoreThanItsLimits() {
        String paragraph = "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" + "ә".repeat(300_000)
                + "\"}]}";
        String large = "{\"headline\":\"Үлкен\",\"body\":{\"type\":\"doc\",\"content\":[" + paragraph + "," + paragraph
                + "]}}";
        Client saving = writer.with("If-Match", "\"1\"");
        assertEquals("/problems/too-large", problem(saving.put(large, "/articles/%s/copy", id), 413));
        assertEquals("/problems/too-large", problem(writer.post("{\"copy\":" + large + "}", "/articles"), 413));
        String huge = "{\"headline\":\"" + " ".repeat(2_500_000) + "\"}";
        assertEquals("/problems/request-too-large", problem(saving.put(huge, "/articles/%s/copy", id), 413));
        assertEquals("/problems/request-too-large", problem(saving.send("PUT",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8))),
                "application/json", "/articles/" + id + "/copy"), 413));
        String blocks = "{\"type\":\"rule\"},".repeat(5_001);
        assertEquals("/problems/too-large", problem(saving.put("{\"body\":{\"type\":\"doc\",\"content\":["
                + blocks.substring(0, blocks.length() - 1) + "]}}", "/articles/%s/copy", id), 413));
    }

    @Test
    void answersAnEnormousRequestBeforeReadingIt() throws IOException {
        URI address = Client.address("/articles/" + id + "/copy");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("PUT " + address.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 900000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", answer);
        }
    }

    @Test
    void ambiguousPathsLeadNowhere() {
        for (String path : List.of("/articles;x=1", "/articles/" + id + ";a", "/articles%2F" + id,
                "/articles/" + id + "%2Fcopy",
                "/articles/..%2F..%2Fq/health", "/articles/%00", "/articles/" + id + "%5Ccopy")) {
            assertEquals("/problems/malformed", problem(writer.get(path), 400), path);
        }
    }

    @Test
    void theDatabaseAwayIsNoFaultOfAnyone() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                all.add(database.getConnection());
            }
            Answer busy = writer.with("Accept-Language", "en").get("/articles").expect(503);
            assertProblem(busy);
            assertEquals("/problems/busy", busy.text("/type"));
            assertEquals("5", busy.header("Retry-After").orElse(""));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        writer.get("/articles").expect(200);
    }

    @Test
    void aSaveWhoseConnectionDiesIsAnsweredAsBusy() throws Exception {
        try (Connection holder = TestDatabase.as("qalam_newsroom");
                Connection killer = TestDatabase.as("qalam_newsroom")) {
            holder.setAutoCommit(false);
            run(holder, "select 1 from newsroom.article where id = '" + id + "' for update");
            CompletableFuture<Answer> save = CompletableFuture.supplyAsync(
                    () -> writer.with("If-Match", "\"1\"").put("{\"headline\":\"Жаңа\"}", "/articles/%s/copy", id));
            int killed = 0;
            for (int i = 0; i < 100 && killed == 0; i++) {
                Thread.sleep(50);
                killed = run(killer, """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = 'qalam_newsroom' and wait_event_type = 'Lock'""");
            }
            assertEquals(1, killed);
            Answer answer = save.get(30, TimeUnit.SECONDS);
            assertEquals("/problems/busy", problem(answer, 503));
            holder.rollback();
        }
        writer.with("If-Match", "\"1\"").put("{\"headline\":\"Жаңа\"}", "/articles/%s/copy", id).expect(200);
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aFaultOfOursLeaksNothing() {
        Answer broken = writer.with("Accept-Language", "en").get("/broken").expect(500);
        assertEquals("/problems/broken", problem(broken, 500));
        assertFalse(
                broken.body().contains("Құпия") || broken.body().contains("Exception")
                        || broken.body().contains("kz.qalam"),
                broken.body());
        writer.get("/unannotated").expect(403);
    }

    @Test
    void theClassesOfOutageAreToldFromBugs() {
        for (String state : List.of("08006", "08001", "53300", "57P01", "40P01", "40001", "55P03")) {
            assertTrue(Outage.is(new IllegalStateException(new SQLException("x", state))), state);
        }
        assertTrue(Outage.is(new SQLException("Acquisition timeout")));
        for (String state : List.of("23505", "42501", "QL001", "22021")) {
            assertFalse(Outage.is(new IllegalStateException(new SQLException("x", state))), state);
        }
        assertFalse(Outage.is(new NullPointerException()));
        SQLException lost = new SQLException("no transaction", "25P01");
        assertFalse(Outage.is(lost));
        lost.addSuppressed(new IllegalStateException(new SQLException("gone", "08006")));
        assertTrue(Outage.is(lost), "that the database is away may be told beside what came of it");
    }

    @Test
    void everyProblemIsDocumentedInThreeLanguages() throws IOException {
        String guide = Files.readString(Path.of("../docs/api.md"));
        for (String bundle : List.of("kz.qalam.core.refusal.refusals", "kz.qalam.api.problem.problems")) {
            Set<String> keys = ResourceBundle.getBundle(bundle, Locale.ROOT).keySet();
            for (String language : List.of("ru", "en")) {
                Set<String> other = ((PropertyResourceBundle) ResourceBundle.getBundle(bundle,
                        Locale.forLanguageTag(language),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))).keySet();
                assertEquals(keys, other, bundle + " " + language);
            }
            for (String key : keys) {
                if (key.endsWith(".title")) {
                    String type = "`" + key.substring(0, key.length() - ".title".length()) + "`";
                    assertTrue(guide.contains(type), type + " stands in docs/api.md");
                }
            }
        }
    }
}
