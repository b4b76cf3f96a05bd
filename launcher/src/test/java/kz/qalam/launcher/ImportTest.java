package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** ./qalam import: raw files into a real newsroom. */
class ImportTest {

    private final House house = House.shared();

    @TempDir
    private Path folder;

    @BeforeEach
    void allUp() {
        house.waitUntilUp();
    }

    /** A raw article as scraped archives hold it, like no other. */
    private Path article(String name) throws IOException {
        String mark = UUID.randomUUID().toString();
        return Files.writeString(folder.resolve(name), """
                Ауылда жаңа көпір ашылды %s
                3
                1 204
                Көпір екі ауылды жалғады. Құрылыс бір жылға созылды.

                Өзен үстіндегі жаңа көпір бүгін ашылды, деп хабарлайды QALAM.KZ аудан әкімдігіне сілтеме жасап.
                – Біз бұл күнді көп күттік, – деді ауыл тұрғыны Сәбит Омаров.
                """.formatted(mark));
    }

    @Test
    void bringsFilesInOnceAndSaysWhatBecameOfEach() throws Exception {
        Path first = article("а бірінші.txt");
        Path empty = Files.writeString(folder.resolve("б бос.txt"), "");
        Path page = Files.writeString(folder.resolve("в бет.html"),
                "<html><body><h1>Бетке шыққан жаңалық " + UUID.randomUUID()
                        + "</h1><p>Қалада жаңа саябақ ашылды. Оған екі мың ағаш "
                        + "отырғызылды.</p></body></html>");
        Path missing = folder.resolve("жоқ.txt");

        House.Answer answer = house.run("import", folder.toString(), missing.toString());
        List<String> lines = answer.out().lines().toList();
        assertEquals(4, lines.size(), answer.out() + answer.err());
        assertTrue(lines.get(0).matches("imported [0-9a-f-]{36} \\Q" + first + "\\E"), lines.get(0));
        assertTrue(lines.get(1).matches("refused \\Q" + empty + "\\E: .*\\p{IsCyrillic}.*"), lines.get(1));
        assertTrue(lines.get(2).matches("imported [0-9a-f-]{36} \\Q" + page + "\\E"), lines.get(2));
        assertEquals("refused " + missing + ": мұндай файл не бума жоқ", lines.get(3));
        assertEquals("Енгізілді: 2, бұрыннан бар: 0, қабылданбады: 2.", answer.err().strip());
        assertEquals(1, answer.exit());

        House.Answer again = house.run("import", first.toString(), page.toString());
        assertEquals(0, again.exit());
        assertEquals(
                lines.get(0).replace("imported", "known") + "\n" + lines.get(2).replace("imported", "known") + "\n",
                again.out());

        JsonNode story = Http.json(HttpRequest
                .newBuilder(URI.create(house.newsroomUrl() + "/api/v1/articles/" + lines.get(0).split(" ")[1]))
                .header("Authorization", "Bearer " + house.token("editor")).GET());
        assertTrue(story.path("copy").path("headline").asText().startsWith("Ауылда жаңа көпір ашылды"),
                story.toString());
        assertTrue(story.path("copy").path("body").toString().contains("\"speech\""), story.toString());
    }

    @Test
    void bringsAWordPressExportPostByPost() throws Exception {
        String mark = UUID.randomUUID().toString();
        Path export = Files.writeString(folder.resolve("сайт.wxr"),
                """
                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
                        <item><title>Бірінші жазба %1$s</title><content:encoded>Бірінші мәтін.</content:encoded><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type></item>
                        <item><title>%2$s</title><content:encoded>Мәтін.</content:encoded><wp:post_id>8</wp:post_id><wp:post_type>post</wp:post_type></item>
                        <item><title>Сурет</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type></item>
                        <item><title>Үшінші жазба %1$s</title><content:encoded>Үшінші мәтін.</content:encoded><wp:post_id>10</wp:post_id><wp:post_type>post</wp:post_type></item>
                        </channel></rss>"""
                        .formatted(mark, "Ұзын ".repeat(70)));
        House.Answer answer = house.run("import", export.toString());
        List<String> lines = answer.out().lines().toList();
        assertEquals(3, lines.size(), answer.out() + answer.err());
        assertTrue(lines.get(0).matches("imported [0-9a-f-]{36} \\Q" + export + "\\E#7"), lines.get(0));
        assertTrue(lines.get(1).matches("refused \\Q" + export + "\\E#8: .*\\p{IsCyrillic}.*"), lines.get(1));
        assertTrue(lines.get(2).matches("imported [0-9a-f-]{36} \\Q" + export + "\\E#10"), lines.get(2));
        assertEquals(1, answer.exit());
        assertTrue(house.run("import", export.toString()).out().startsWith(lines.get(0).replace("imported", "known")));
        Path none = Files.writeString(folder.resolve("бос.xml"), "<rss><channel/></rss>");
        assertEquals("refused " + none + ": ішінде бірде-бір мақала жоқ\n",
                house.run("import", none.toString()).out());
    }

    @Test
    void showsWhatItWouldBringInAndWritesNothing() throws Exception {
        Path file = article("құрғақ.txt");
        House.Answer dry = house.run("import", "--dry-run", file.toString());
        assertEquals(0, dry.exit(), dry.err());
        assertTrue(dry.out().startsWith("understood " + file + "\n  Тақырып: Ауылда жаңа көпір ашылды"), dry.out());
        assertTrue(dry.out().contains("  Қаралым: 1204, пікір: 3\n"), dry.out());
        assertTrue(dry.out().contains("speech × 1"), dry.out());
        assertTrue(house.run("import", file.toString()).out().startsWith("imported "), "it was not there");
    }

    @Test
    void actsAsWhoItIsTold() throws Exception {
        Path file = article("авторлық.txt");
        House.Answer refused = house.run("import", "--as", "author", file.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.out().startsWith("refused " + file + ": "), refused.out() + refused.err());
        House.Answer stranger = house.run("import", "--as", "stranger", file.toString());
        assertEquals(1, stranger.exit());
        assertTrue(stranger.err().startsWith("Keycloak stranger дегенді танымады."), stranger.err());
        House.Answer stale = house.run(Map.of("QALAM_TOKEN", "not.a.token"), "import", file.toString());
        assertEquals(1, stale.exit());
        assertEquals(
                "Редакция токенді қабылдамады. Жаңасын алып, қайта бастаңыз: енгізілгендер екінші рет енгізілмейді.",
                stale.err().strip());
        House.Answer token = house.run(Map.of("QALAM_TOKEN", house.token("editor")), "import", file.toString());
        assertTrue(token.out().startsWith("imported "), token.out() + token.err());
    }

    @Test
    void keepsTheOrderOfManyFiles() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int n : IntStream.range(100, 200).toArray()) {
            files.add(article("мақала-" + n + ".txt"));
        }
        Path duplicate = Files.copy(files.get(0), folder.resolve("я-қайталау.txt"));
        long began = System.nanoTime();
        House.Answer answer = house.run("import", folder.toString());
        System.out.printf("import: %d files in %.1f s%n", files.size(), (System.nanoTime() - began) / 1e9);
        assertEquals(0, answer.exit(), answer.out() + answer.err());
        List<String> lines = answer.out().lines().toList();
        assertEquals(files.size() + 1, lines.size());
        for (int n = 0; n < files.size(); n++) {
            assertTrue(lines.get(n).startsWith("imported ") && lines.get(n).endsWith(" " + files.get(n)), lines.get(n));
        }
        assertEquals("known " + lines.get(0).split(" ")[1] + " " + duplicate, lines.get(files.size()));
        assertFalse(answer.err().contains("\u001b"), "no progress bar without a terminal");
    }

    @Test
    void waitsForANewsroomThatIsAwayForAMoment() throws Exception {
        Path file = article("күту.txt");
        house.kill(House.NEWSROOM);
        House.Answer answer = house.run("import", file.toString());
        assertEquals(0, answer.exit(), answer.err());
        assertTrue(answer.out().startsWith("imported "), answer.out());
    }
}
