package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;

/** Proofreading and the words that it leaves alone, over HTTP. */
@QuarkusTest
class ProofsTest {

    @Inject
    People people;

    @Test
    void findsWhereTheBlockIsWrong() {
        Client anyone = Client.of(people.nobody());
        Answer found = anyone.post(copy("Халық сaны өсті"), "/proofreading").expect(200);
        assertEquals("/body/content/0", found.text("/items/0/pointer"));
        assertEquals("scripts", found.text("/items/0/kind"));
        assertEquals("саны", found.text("/items/0/repairs/0"));
        assertEquals("6", found.text("/items/0/start"));
        assertTrue(anyone.post("{\"language\":\"ru\",\"headline\":\"Халық сaны\"}", "/proofreading").expect(200).body()
                .contains("\"items\":[]"));
    }

    @Test
    void readsNoMoreThanItCan() {
        String body = "{\"type\":\"doc\",\"content\":[" + paragraph("а ".repeat(9_000)) + ","
                + (paragraph("б ".repeat(9_000)) + ",").repeat(11) + paragraph("а") + "]}";
        Client.of(people.nobody()).post("{\"body\":" + body + "}", "/proofreading").expect(422);
    }

    @Test
    void leavesAnIgnoredWordAloneInEveryForm() {
        Client editor = Client.of(people.admin());
        String copy = copy("Бұл хрумбаппен бірге жаңа хрумбаптарды көрсетті");
        assertTrue(editor.post(copy, "/proofreading").expect(200).body().contains("хрумбаппен"));
        editor.put("", "/ignored-words/%s", "%D0%A5%D1%80%D1%83%D0%BC%D0%B1%D0%B0%D0%BF").expect(204);
        editor.put("", "/ignored-words/%s", "%D1%85%D1%80%D1%83%D0%BC%D0%B1%D0%B0%D0%BF").expect(204);
        assertTrue(editor.get("/ignored-words").expect(200).body().contains("\"word\":\"хрумбап\""));
        assertFalse(editor.post(copy, "/proofreading").expect(200).body().contains("хрумба"));
        editor.send("DELETE", null, "/ignored-words/%D1%85%D1%80%D1%83%D0%BC%D0%B1%D0%B0%D0%BF").expect(204);
        assertTrue(editor.post(copy, "/proofreading").expect(200).body().contains("хрумбаптарды"));
        assertEquals("not-word", editor.put("", "/ignored-words/%s", "a%20b").expect(422).text("/problems/0/key"));
    }

    private static String copy(String text) {
        return "{\"body\":{\"type\":\"doc\",\"content\":[" + paragraph(text) + "]}}";
    }

    private static String paragraph(String text) {
        return "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
    }
}
