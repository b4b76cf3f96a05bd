package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;

/** The tools for the language, over HTTP. */
@QuarkusTest
class LanguageTest {

    @Inject
    People people;

    @Test
    void answersLineByLine() {
        Client anyone = Client.of(people.nobody());
        Json.same("{\"lines\":[\"Qazaqstan, 2,5%\",\"\"]}",
                anyone.post("{\"lines\":[\"Қазақстан, 2,5%\",\"\"]}", "/language/latin").expect(200).json());
        Json.same("{\"lines\":[\"Ǵylym\"]}",
                anyone.post("{\"lines\":[\"Ғылым\"],\"options\":{\"alphabet\":\"2018\"}}", "/language/latin")
                        .expect(200).json());
        Json.same("{\"lines\":[\"ас\",\"әс\",\"бас\"]}",
                anyone.post("{\"lines\":[\"бас\",\"әс\",\"ас\"]}", "/language/sort").expect(200).json());
        Json.same("{\"lines\":[\"\ufffda\"]}",
                anyone.post("{\"lines\":[\"\\ud800а\"]}", "/language/latin").expect(200).json());
    }

    @Test
    void refusesWhatNoToolTakes() {
        Client anyone = Client.of(people.nobody());
        anyone.post("{\"lines\":[]}", "/language/sing").expect(404);
        anyone.post("{\"lines\":[]}", "/language/search").expect(404);
        assertEquals("/lines", refused(anyone, "{}").text("/problems/0/pointer"));
        assertEquals("/lines", refused(anyone, "{\"lines\":[" + "\"а\",".repeat(1_000) + "\"а\"]}")
                .text("/problems/0/pointer"));
        assertEquals("too-long", refused(anyone, "{\"lines\":[\"" + "а".repeat(200_001) + "\"]}")
                .text("/problems/0/key"));
        assertEquals("unknown-field", refused(anyone, "{\"lines\":[],\"options\":{\"loudly\":\"yes\"}}")
                .text("/problems/0/key"));
        assertEquals("unknown-value", refused(anyone, "{\"lines\":[],\"options\":{\"alphabet\":\"1929\"}}")
                .text("/problems/0/key"));
        assertEquals("not-text", refused(anyone, "{\"lines\":[],\"options\":{\"alphabet\":null}}")
                .text("/problems/0/key"));
    }

    private static Answer refused(Client client, String body) {
        return client.post(body, "/language/latin").expect(422);
    }
}
