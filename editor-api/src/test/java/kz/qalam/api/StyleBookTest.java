package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** The house-style book over HTTP: who writes, who puts in force, what writers then meet. */
@QuarkusTest
class StyleBookTest {

    @Inject
    People people;

    @Inject
    Drafting drafting;

    @Test
    void aRuleIsADraftUntilAnotherEditorPutsItInForce() throws InterruptedException {
        Desk desk = people.desk();
        Client writer = Client.of(people.at(desk, Role.EDITOR));
        Client other = Client.of(people.at(desk, Role.EDITOR));
        String rule = "/style-rules/" + encoded("Кроссовер");
        assertEquals("DRAFT", writer.put(said("жолталғамайтын", "Қазақшасы бар"), rule).expect(200).text("/state"));
        assertFalse(marks(writer, "Ол кроссоверлерді көрді", "жолталғамайтындарды"));

        assertEquals("/problems/own-writing", writer.put("{\"version\":1}", rule + "/force").expect(403).text("/type"));
        writer.put(said("жолталғамайтын", "Қазақша атауы бар"), rule).expect(200);
        Answer moved = other.put("{\"version\":1}", rule + "/force").expect(409);
        assertEquals("/problems/version-moved", moved.text("/type"));
        assertEquals("2", moved.text("/current"));
        assertEquals("LIVE", other.put("{\"version\":2}", rule + "/force").expect(200).text("/state"));
        waitUntilMarked(writer, true);

        // A new version waits beside the one in force
        Answer newer = writer.put(said("қалалық көлік", "Қысқасы"), rule).expect(200);
        assertEquals("2", newer.text("/live/version/number"));
        assertEquals("3", newer.text("/newest/number"));
        assertTrue(marks(writer, "Ол кроссоверлерді көрді", "жолталғамайтындарды"));
        assertEquals(3, writer.get(rule).expect(200).json().at("/versions").size());

        assertEquals("RETIRED", other.send("DELETE", null, rule + "/force").expect(200).text("/state"));
        waitUntilMarked(writer, false);
        assertTrue(writer.get("/style-rules?state=RETIRED&q=" + encoded("кросс")).expect(200).body()
                .contains("\"word\":\"кроссовер\""));
        writer.get("/style-rules/" + encoded("болмаған")).expect(404);
    }

    private static void waitUntilMarked(Client writer, boolean marked) throws InterruptedException {
        for (int i = 0; i < 100 && marks(writer, "Ол кроссоверлерді көрді", "жолталғамайтындарды") != marked; i++) {
            Thread.sleep(100);
        }
        assertEquals(marked, marks(writer, "Ол кроссоверлерді көрді", "жолталғамайтындарды"));
    }

    private static boolean marks(Client writer, String text, String repair) {
        JsonNode items = writer.post("{\"headline\":\"" + text + "\"}", "/proofreading").expect(200).json()
                .get("items");
        for (JsonNode item : items) {
            if (item.get("kind").asText().equals("style") && item.get("repairs").toString().contains(repair)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aRuleIsTriedOnlyOnStoriesThatOneMaySee() {
        Desk desk = people.desk();
        Someone author = people.at(desk, Role.AUTHOR);
        UUID story = drafting.start(author.actor(),
                Copy.draft("Қаладағы пәлекеттердің жайы").withLead("Жаңа пәлекет туралы сұрадық."), desk.id(), null)
                .article();
        String trial = "{\"word\":\"пәлекет\",\"instead\":\"бәлекет\"}";
        Answer seen = Client.of(people.at(desk, Role.EDITOR)).post(trial, "/style-trials").expect(200);
        assertEquals(2, seen.json().at("/hits").size());
        assertEquals(story.toString(), seen.text("/hits/0/article"));
        assertEquals("/headline", seen.text("/hits/0/pointer"));
        assertEquals("Қаладағы ", seen.text("/hits/0/before"));
        assertEquals("пәлекеттердің", seen.text("/hits/0/found"));
        assertEquals("бәлекеттердің", seen.text("/hits/0/repair"));
        assertEquals("null", String.valueOf(seen.json().get("next")));
        assertEquals(0, Client.of(people.at(people.desk(), Role.EDITOR)).post(trial, "/style-trials").expect(200)
                .json().at("/hits").size());
        Client.of(author).post(trial, "/style-trials").expect(403);
    }

    @Test
    void aDeskHasFindingsSettledBeforeSubmission() {
        Desk desk = people.desk();
        Client.of(people.admin()).put("{\"slug\":\"%s\",\"name\":\"%s\",\"settled\":[\"scripts\"]}"
                .formatted(desk.slug(), desk.name()), "/desks/%s", desk.id()).expect(200);
        Someone author = people.at(desk, Role.AUTHOR);
        Client writer = Client.of(author);
        UUID story = drafting.start(author.actor(), Copy.draft("Халық сaны өсті").withLead("Жаңа жаңа ғырбаппақ"),
                desk.id(), null).article();
        Answer refused = writer.put("{}", "/articles/%s/submission", story).expect(422);
        assertEquals("/problems/unsettled", refused.text("/type"));
        assertEquals("1", refused.text("/total"));
        assertEquals("/headline", refused.text("/findings/0/pointer"));
        assertEquals("6", refused.text("/findings/0/start"));
        assertEquals("10", refused.text("/findings/0/end"));
        assertEquals("scripts", refused.text("/findings/0/kind"));
        assertFalse(refused.body().contains("сaны"), "a refusal says no word of the text");
        Answer asked = writer.get("/articles/%s/checklist", story).expect(200);
        assertEquals("false", asked.text("/complete"));
        assertEquals("mixed-scripts", asked.text("/unsettled/0/message"));
        drafting.save(author.actor(), story, 1, Copy.draft("Халық саны өсті").withLead("Жаңа жаңа ғырбаппақ"));
        writer.put("{}", "/articles/%s/submission", story).expect(200);
        Client.of(people.admin()).put("{\"slug\":\"a-b\",\"name\":\"Бөлім\",\"settled\":[\"mood\"]}", "/desks/%s",
                desk.id()).expect(422);
    }

    /** The proofreader reads 200,000 characters at once as one writes; a story of more is submitted like any. */
    @Test
    void aStoryOfAnyLengthHasItsFindingsSettled() {
        Desk desk = people.desk();
        Client.of(people.admin()).put("{\"slug\":\"%s\",\"name\":\"%s\",\"settled\":[\"scripts\"]}"
                .formatted(desk.slug(), desk.name()), "/desks/%s", desk.id()).expect(200);
        Someone author = people.at(desk, Role.AUTHOR);
        Client writer = Client.of(author);
        List<Block> body = Collections.nCopies(120, new Paragraph("Ауылда жаңа мектеп ашылды. ".repeat(80)));
        UUID story = drafting.start(author.actor(), Copy.draft("Халық сaны өсті").withBody(body), desk.id(), null)
                .article();
        assertEquals("1", writer.put("{}", "/articles/%s/submission", story).expect(422).text("/total"));
        drafting.save(author.actor(), story, 1, Copy.draft("Халық саны өсті").withBody(body));
        writer.put("{}", "/articles/%s/submission", story).expect(200);
    }

    @Test
    void whatIsLetStandWithAReasonIsSettledInThatStoryAlone() {
        Desk desk = people.desk();
        Client.of(people.admin()).put("{\"slug\":\"%s\",\"name\":\"%s\",\"settled\":[\"scripts\"]}"
                .formatted(desk.slug(), desk.name()), "/desks/%s", desk.id()).expect(200);
        Someone author = people.at(desk, Role.AUTHOR);
        Client writer = Client.of(author);
        Client judge = Client.of(people.at(desk, Role.REVIEWER));
        UUID story = drafting.start(author.actor(), Copy.draft("Халық сaны өсті"), desk.id(), null).article();
        String stets = "/articles/" + story + "/stets";
        String place = "{\"revision\":%d,\"pointer\":\"/headline\",\"start\":%d,\"end\":%d,\"kind\":\"scripts\"%s}";
        String why = ",\"reason\":\"Атауы солай\"";
        assertEquals("/reason",
                writer.post(place.formatted(1, 6, 10, ""), stets).expect(422).text("/problems/0/pointer"));
        assertEquals("/start",
                writer.post(place.formatted(1, 0, 5, why), stets).expect(422).text("/problems/0/pointer"));
        writer.post(place.formatted(2, 6, 10, why), stets).expect(409);
        Answer stood = writer.post(place.formatted(1, 6, 10, why), stets).expect(200);
        assertEquals("сaны Атауы солай " + author.name(), stood.text("/words") + " " + stood.text("/reason") + " "
                + stood.text("/by"));
        assertEquals(stood.json(), writer.post(place.formatted(1, 6, 10, ""), stets).expect(200).json(),
                "the same again");
        assertEquals(stood.json(), judge.get(stets).expect(200).json().at("/items/0"));
        assertEquals(0, writer.get("/articles/%s/checklist", story).expect(200).json().at("/unsettled").size());

        // It goes with its words to another place, and no further
        drafting.save(author.actor(), story, 1, Copy.draft("Биыл халық сaны өсті").withLead("Қала сaнaды"));
        Answer moved = writer.get(stets).expect(200);
        assertEquals("11 15", moved.text("/items/0/places/0/start") + " " + moved.text("/items/0/places/0/end"));
        Answer refused = writer.put("{}", "/articles/%s/submission", story).expect(422);
        assertEquals("1 /lead", refused.text("/total") + " " + refused.text("/findings/0/pointer"));
        drafting.save(author.actor(), story, 2, Copy.draft("Биыл халық сaны өсті"));
        writer.put("{}", "/articles/%s/submission", story).expect(200);
        UUID other = drafting.start(author.actor(), Copy.draft("Халық сaны өсті"), desk.id(), null).article();
        writer.put("{}", "/articles/%s/submission", other).expect(422);

        // What is submitted without the words ends it: with them again it is to be decided again
        drafting.save(author.actor(), story, 3, Copy.draft("Халық көп"));
        assertEquals(0, writer.get(stets).expect(200).json().at("/items/0/places").size());
        writer.put("{}", "/articles/%s/submission", story).expect(200);
        assertEquals(0, writer.get(stets).expect(200).json().at("/items").size());
        drafting.save(author.actor(), story, 4, Copy.draft("Халық сaны өсті"));
        Answer again = writer.post(place.formatted(5, 6, 10, why), stets).expect(200);
        judge.send("DELETE", null, stets + "/" + again.text("/id")).expect(204);
        judge.send("DELETE", null, stets + "/" + again.text("/id")).expect(204);
        writer.put("{}", "/articles/%s/submission", story).expect(422);
        String trail = writer.get("/articles/%s/trail", story).expect(200).body();
        assertEquals("2 1", trail.split("finding.let_stand", -1).length - 1 + " "
                + (trail.split("finding.marked_again", -1).length - 1));
        assertFalse(trail.contains("сaны"), "the trail says no word of the text");
    }

    @Test
    void anIgnoredWordIsSettled() {
        Desk desk = people.desk();
        Client.of(people.admin()).put("{\"slug\":\"%s\",\"name\":\"%s\",\"settled\":[\"spelling\",\"keyboard\"]}"
                .formatted(desk.slug(), desk.name()), "/desks/%s", desk.id()).expect(200);
        Someone author = people.at(desk, Role.AUTHOR);
        UUID story = drafting.start(author.actor(), Copy.draft("Жаңа бжрғмпп шықты"), desk.id(), null).article();
        Client.of(author).put("{}", "/articles/%s/submission", story).expect(422);
        Client.of(people.at(desk, Role.EDITOR)).put("", "/ignored-words/%s", encoded("бжрғмпп")).expect(204);
        Client.of(author).put("{}", "/articles/%s/submission", story).expect(200);
    }

    @Test
    void refusesWhatIsNoRule() {
        Client admin = Client.of(people.admin());
        String rule = "/style-rules/" + encoded("сөздік");
        assertEquals("same-word", admin.put(said("Сөздік", "Неге?"), rule).expect(422).text("/problems/0/key"));
        assertEquals("reason-required", admin.put(said("лексикон", ""), rule).expect(422).text("/problems/0/key"));
        assertEquals("too-long", admin.put(said("а".repeat(101), "Неге?"), rule).expect(422).text("/problems/0/key"));
        assertEquals("not-word", admin.put(said("б", "в"), "/style-rules/a%201").expect(422).text("/problems/0/key"));
        assertEquals("too-many", admin.put(said("б", "в"), "/style-rules/a%20b%20c%20d%20e%20f").expect(422)
                .text("/problems/0/key"));
        assertEquals("алма-ата қаласы", admin.put(said("Алматы қаласы", "Атауы осы"),
                "/style-rules/" + encoded(" Алма-Ата  қаласы ").replace("+", "%20")).expect(200).text("/word"));
        admin.get("/style-rules?state=NONE").expect(422);
        assertEquals("bad-cursor", admin.get("/style-rules?cursor=%00").expect(422).text("/problems/0/key"));
    }

    private static String said(String instead, String reason) {
        return "{\"instead\":\"" + instead + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
