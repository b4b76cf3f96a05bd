package kz.qalam.api;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.AccessScenes.Scene;
import kz.qalam.api.Client.Answer;
import kz.qalam.api.Description.Call;

/**
 * Who may do what: every operation that the API describes × who asks × whose story × which desk × how it stands. The
 * expectation is docs/access.csv, written by hand, and nothing else; never {@code Move}, never an annotation.
 */
@QuarkusTest
class AccessTest {

    private static final List<String> WHO = List.of("author", "editor", "reviewer", "publisher", "admin", "nobody",
            "stranger");
    private static final List<String> STORIES = List.of("own", "other", "nobodys");
    private static final List<String> DESKS = List.of("same", "other");
    private static final List<String> STATES = List.of("DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "PLANNED", "LIVE",
            "LIVE_DRAFT");

    record Row(int line, List<String> cells) {

        boolean fits(String... asked) {
            for (int i = 0; i < asked.length; i++) {
                if (!cells.get(i).equals("*") && !cells.get(i).equals(asked[i])) {
                    return false;
                }
            }
            return true;
        }

        String operation() {
            return cells.get(0);
        }

        String answer() {
            return cells.get(5);
        }
    }

    @Inject
    AccessScenes scenes;

    private List<Row> rows;
    private List<Call> calls;
    private final List<String> failures = new ArrayList<>();
    private int asked;

    @BeforeEach
    void read() throws IOException {
        rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("../docs/access.csv"));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("operation,")
                    && !line.startsWith("page:")) {
                List<String> cells = List.of(line.split(","));
                assertEquals(6, cells.size(), "line " + (i + 1));
                rows.add(new Row(i + 1, cells));
            }
        }
        calls = Description.calls();
    }

    @Test
    void everyOperationHasAnExpectationAndEveryExpectationAnOperation() {
        TreeSet<String> described = calls.stream().map(Call::id).collect(toCollection(TreeSet::new));
        TreeSet<String> expected = rows.stream().map(Row::operation).filter(operation -> !operation.equals("*"))
                .collect(toCollection(TreeSet::new));
        assertEquals(expected, described);
        assertEquals(calls.size(), described.size(), "an operationId stands once");
    }

    @Test
    void storiesOpenToWhomTheTableOpensThem() {
        for (String who : WHO) {
            for (String story : STORIES) {
                for (String desk : DESKS) {
                    for (String state : STATES) {
                        tryAll(who, story, desk, state);
                    }
                }
            }
        }
        long operations = calls.stream().filter(Call::isAboutAStory).count();
        assertEquals(operations * WHO.size() * STORIES.size() * DESKS.size() * STATES.size(), asked);
        report();
    }

    private void tryAll(String who, String story, String desk, String state) {
        Scene scene = null;
        for (Call call : calls) {
            if (call.isAboutAStory()) {
                scene = scene == null ? scenes.scene(who, story, desk, state) : scene;
                Answer answer = scene.ask(call);
                hold(answer, call, who, story, desk, state);
                if (answer.status() < 300 && !call.method().equals("GET")) {
                    scene = null;
                }
            }
        }
    }

    @Test
    void theRestOpensToWhomTheTableOpensIt() throws SQLException {
        for (Call call : calls) {
            if (!call.isAboutAStory()) {
                for (String who : WHO) {
                    for (String desk : DESKS) {
                        for (Answer answer : scenes.askWithoutStory(call, who, desk)) {
                            hold(answer, call, who, "-", desk, "-");
                        }
                    }
                }
            }
        }
        assertTrue(asked > 100, "asked " + asked);
        report();
    }

    @Test
    void nothingIsOpenToWhoeverIsSuspended() throws SQLException {
        for (Call call : calls) {
            Answer answer = scenes.askSuspended(call);
            if (answer.status() != 403 || !answer.text("/type").equals("/problems/suspended")) {
                failures.add(call.id() + " answered " + answer.status());
            }
        }
        asked = calls.size();
        report();
    }

    /** A story in a batch is answered as the table answers the move with it alone, and as one that is not there. */
    @Test
    void aStoryInABatchIsJudgedByItself() {
        Map<String, String> moves = Map.of("SUBMIT", "submit", "RECALL", "recall", "HOLD", "hold", "PLAN",
                "planEdition",
                "TAG", "saveCopy");
        for (String who : WHO.subList(0, WHO.size() - 1)) {
            for (String story : STORIES.subList(0, 2)) {
                for (String desk : DESKS) {
                    for (String state : List.of("DRAFT", "IN_REVIEW", "PLANNED")) {
                        Scene scene = scenes.scene(who, story, desk, state);
                        for (Map.Entry<String, String> move : moves.entrySet()) {
                            JsonNode items = scene.inABatch(move.getKey()).expect(200).json().at("/items");
                            int status = items.at("/1/status").asInt();
                            Row row = rows.stream().filter(each -> each.fits(move.getValue(), who, story, desk, state))
                                    .findFirst().orElseThrow();
                            String where = String.join(",", move.getKey(), who, story, desk, state);
                            // Alone it takes the story back from review, and says so before; among many it would not be seen
                            boolean recalls = move.getKey().equals("TAG") && state.equals("IN_REVIEW")
                                    && row.answer().equals("2xx");
                            assertEquals(recalls ? "409" : row.answer(),
                                    status < 300 ? "2xx" : Integer.toString(status),
                                    () -> where + ": line " + row.line() + " " + items);
                            assertEquals(404, items.at("/0/status").asInt(), where);
                            if (status == 404) {
                                assertEquals(unnamed(items.at("/0/problem").toString()),
                                        unnamed(items.at("/1/problem").toString()), where);
                            }
                            scene = status < 300 ? scenes.scene(who, story, desk, state) : scene;
                        }
                    }
                }
            }
        }
    }

    private void hold(Answer answer, Call call, String who, String story, String desk, String state) {
        asked++;
        String where = String.join(",", call.id(), who, story, desk, state);
        Optional<Row> row = rows.stream().filter(each -> each.fits(call.id(), who, story, desk, state)).findFirst();
        if (row.isEmpty()) {
            failures.add(where + ": no row; answered " + answer.status());
            return;
        }
        String expected = row.get().answer();
        String got = answer.status() < 300 ? "2xx" : Integer.toString(answer.status());
        if (!expected.equals(got)) {
            failures.add("%s: line %d says %s, answered %d %s".formatted(where, row.get().line(), expected,
                    answer.status(), answer.status() < 300 ? "" : answer.text("/type")));
        }
    }

    private void report() {
        if (!failures.isEmpty()) {
            try {
                Files.write(Path.of("target/access-failures.txt"), failures);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            fail(failures.size() + " of " + asked + " are not as docs/access.csv says:\n"
                    + String.join("\n", failures.subList(0, Math.min(40, failures.size()))));
        }
    }

    @Test
    void anothersDraftLooksExactlyLikeWhatDoesNotExist() {
        for (String who : List.of("author", "publisher", "nobody", "admin")) {
            Scene draft = scenes.scene(who, "other", "same", "DRAFT");
            Scene nothing = draft.about(UUID.randomUUID());
            for (Call call : calls) {
                if (call.isAboutAStory() && !(who.equals("admin") && call.id().equals("getTrail"))) {
                    Answer hidden = draft.ask(call);
                    Answer missing = nothing.ask(call);
                    String where = call.id() + " by " + who;
                    assertEquals(404, hidden.status(), where);
                    assertEquals(missing.status(), hidden.status(), where);
                    assertEquals(unnamed(missing), unnamed(hidden), where);
                    assertEquals(headers(missing), headers(hidden), where);
                }
            }
        }
    }

    /** The body without the name of this one answer. */
    private static String unnamed(Answer answer) {
        return unnamed(answer.body());
    }

    private static String unnamed(String body) {
        return body.replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.response().headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }
}
