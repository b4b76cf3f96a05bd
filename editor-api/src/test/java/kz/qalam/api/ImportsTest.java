package kz.qalam.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.api.Client.Answer;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;

/** Documents from outside over HTTP. */
@QuarkusTest
class ImportsTest {

    @Inject
    People people;

    private Desk desk;
    private Client editor;
    private String headline;

    @BeforeEach
    void comeIn() {
        desk = people.desk();
        editor = Client.of(people.at(desk, Role.EDITOR));
        headline = "Қалада жаңа кітапхана ашылды " + UUID.randomUUID();
    }

    private byte[] raw() {
        return (headline + "\n\nҚала тұрғындары көптен күткен кітапхана есігін айқара ашты.\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer bring(byte[] bytes, String query) {
        return editor.send("POST", bytes, "text/plain", "/imports" + query);
    }

    @Test
    void bringsADocumentInAsANobodysDraft() {
        Answer brought = editor.with("Qalam-File-Name", "%D0%B1%D1%96%D1%80.txt")
                .send("POST", raw(), "text/plain", "/imports").expect(201);
        String id = brought.text("/id");
        assertEquals(Client.address("/articles/" + id).toString(), brought.header("Location").orElse(""));
        assertEquals(false, brought.json().at("/known").asBoolean());
        assertEquals(headline, brought.text("/headline"));
        assertEquals("бір.txt", brought.text("/name"));
        assertTrue(brought.json().at("/copy").isMissingNode());
        Answer story = editor.get("/articles/%s", id).expect(200);
        assertEquals(headline, story.text("/copy/headline"));
        assertTrue(story.json().at("/author").isNull());
        assertEquals("IMPORTED", editor.get("/articles/%s/revisions", id).text("/items/0/origin"));
        assertEquals("article.imported", editor.get("/articles/%s/trail", id).text("/items/0/act"));
        Answer again = bring(raw(), "").expect(200);
        assertEquals(id, again.text("/id"));
        assertTrue(again.json().at("/known").asBoolean());
        assertEquals(1, editor.get("/articles").json().at("/items").size());
    }

    @Test
    void showsWhatIsUnderstoodAndWritesNothing() {
        for (String dry : List.of("?dryRun=true", "?dryRun", "?dryRun=1")) {
            Answer understood = bring(raw(), dry).expect(200);
            assertTrue(understood.json().at("/id").isNull());
            assertEquals(headline, understood.text("/copy/headline"));
            assertTrue(understood.json().at("/remarks").isArray());
        }
        assertEquals(0, editor.get("/articles").json().at("/items").size());
        String id = bring(raw(), "?dryRun=false").expect(201).text("/id");
        Answer known = bring(raw(), "?dryRun=true").expect(200);
        assertEquals(id, known.text("/id"));
        assertTrue(known.json().at("/known").asBoolean());
        bring(raw(), "?dryRun=perhaps").expect(422);
    }

    @Test
    void manyWhoBringTheSameAtOnceBringOneStory() {
        byte[] bytes = raw();
        List<CompletableFuture<Answer>> racing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            racing.add(CompletableFuture.supplyAsync(() -> bring(bytes, "")));
        }
        List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();
        Set<String> ids = answers.stream().map(answer -> answer.text("/id")).collect(Collectors.toSet());
        assertEquals(1, ids.size(), answers.toString());
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(1, editor.get("/articles").json().at("/items").size());
    }

    @Test
    void anotherDesksDraftStaysUnknown() {
        String id = bring(raw(), "").expect(201).text("/id");
        Client colleague = Client.of(people.at(desk, Role.EDITOR));
        assertEquals(id, colleague.send("POST", raw(), "text/plain", "/imports").expect(200).text("/id"));
        Client elsewhere = Client.of(people.at(people.desk(), Role.EDITOR));
        Answer theirs = elsewhere.send("POST", raw(), "text/plain", "/imports").expect(201);
        assertTrue(!theirs.text("/id").equals(id), "a story of their own desk");
    }

    @Test
    void readsPagesAndOldCodePages() {
        Answer page = editor.send("POST",
                "<html><head><title>Бет</title></head><body><article><h1>Беттің тақырыбы</h1><p>Беттің мәтіні осы.</p></article></body></html>"
                        .getBytes(StandardCharsets.UTF_8),
                "text/html", "/imports?dryRun=true").expect(200);
        assertEquals("Беттің тақырыбы", page.text("/copy/headline"));
        String russian = "Город открыл новую библиотеку\n\nЖители города давно ждали открытия этой большой и светлой библиотеки.\n";
        Answer old = editor
                .send("POST", russian.getBytes(Charset.forName("windows-1251")), "text/plain", "/imports?dryRun=true")
                .expect(200);
        assertEquals("Город открыл новую библиотеку", old.text("/copy/headline"));
    }

    @Test
    void refusesWhatIsNoText() {
        assertEquals("/problems/unreadable-import", bring(new byte[0], "").expect(422).text("/type"));
        assertEquals("/problems/unreadable-import",
                bring(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "").expect(422)
                        .text("/type"));
        assertEquals("/problems/unreadable-import",
                bring("а".repeat(600_000).getBytes(StandardCharsets.UTF_8), "").expect(413).text("/type"));
        editor.with("Qalam-File-Name", "%zz").send("POST", raw(), "text/plain", "/imports").expect(400);
        assertEquals(0, editor.get("/articles").json().at("/items").size());
    }

    @Test
    void takesHostileNamesAndMarkupAsText() {
        byte[] hostile = (headline + "\n\n<script>alert(1)</script> {#include x}{@Inject} ${7*7} ' or 1=1 --\n")
                .getBytes(StandardCharsets.UTF_8);
        Answer brought = editor.with("Qalam-File-Name", "%00..%2F..%2Fetc%2Fpasswd" + "x".repeat(400))
                .send("POST", hostile, "text/plain", "/imports")
                .expect(201);
        assertTrue(editor.get("/articles/%s", brought.text("/id")).text("/copy/body").isEmpty());
        assertTrue(editor.get("/articles/%s", brought.text("/id")).body().contains("<script>alert(1)</script>"));
    }

    @Test
    void anArchiveAnswersWithAList() {
        String archive = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                <channel><title>Ескі сайт</title>
                <item><title>%1$s бір</title><content:encoded><![CDATA[<p>Бірінші мәтін осында тұр.</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
                <item><title>%1$s екі</title><content:encoded><![CDATA[<p>Екінші мәтін осында тұр.</p>]]></content:encoded><wp:post_id>2</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
                </channel></rss>"""
                .formatted(headline);
        byte[] bytes = archive.getBytes(StandardCharsets.UTF_8);
        Answer brought = editor.send("POST", bytes, "application/xml", "/imports").expect(201);
        assertEquals(2, brought.json().at("/items").size(), brought.body());
        Answer again = editor.send("POST", bytes, "application/xml", "/imports").expect(200);
        assertEquals(brought.text("/items/1/id"), again.text("/items/1/id"));
        assertTrue(again.json().at("/items/0/known").asBoolean());
    }

    @Test
    void aPostThatIsRefusedKeepsNoOtherAway() {
        String archive = """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
                <item><title>%s</title><content:encoded>Мәтін.</content:encoded><wp:post_id>11</wp:post_id><wp:post_type>post</wp:post_type></item>
                <item><title>%s үш</title><content:encoded>Үшінші мәтін.</content:encoded><wp:post_id>12</wp:post_id><wp:post_type>post</wp:post_type></item>
                </channel></rss>"""
                .formatted("Ә".repeat(301), headline);
        Answer brought = editor.with("Qalam-File-Name", "site.xml")
                .send("POST", archive.getBytes(StandardCharsets.UTF_8), "application/xml", "/imports").expect(201);
        assertEquals("site.xml#11", brought.text("/items/0/name"));
        assertEquals("/problems/unreadable-import", brought.text("/items/0/problem/type"), brought.body());
        assertTrue(brought.json().at("/items/0/id").isNull());
        assertEquals(headline + " үш", brought.text("/items/1/headline"));
        assertTrue(brought.json().at("/items/1/problem").isMissingNode());
    }
}
