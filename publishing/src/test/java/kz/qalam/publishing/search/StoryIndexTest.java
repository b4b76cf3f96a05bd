package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that can be believed, or is not opened. */
class StoryIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private final Language language = new Language();

    @TempDir
    Path folder;

    private StoryIndex open() throws IOException {
        return StoryIndex.open(folder, language.analyzer());
    }

    private List<UUID> found(StoryIndex index, String words) throws IOException {
        return index.search(language.query().of(words), null, null, null, NOW, 10, Duration.ofSeconds(10)).articles();
    }

    @Test
    void whatWasCommittedIsThereAndWhatWasNotIsFollowedAgain() throws IOException {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        try (var index = open()) {
            assertEquals(0, index.position());
            index.put(first, 1, "qogam", NOW, "Кітапхана ашылды", "Қалада.");
            index.advance(1, first);
            index.commit();
            index.put(second, 2, "qogam", NOW, "Стадион ашылды", "Қалада.");
            index.advance(2, second);
            assertEquals(List.of(second), found(index, "стадионда"));
        }
        try (var index = open()) {
            assertEquals(1, index.position());
            assertEquals(first, index.last());
            assertEquals(List.of(first), found(index, "кітапханаға"));
            assertEquals(List.of(), found(index, "стадионда"));
        }
    }

    @Test
    void ofTwoThatSayTheSameTheNewerComesFirst() throws IOException {
        var old = UUID.randomUUID();
        var young = UUID.randomUUID();
        try (var index = open()) {
            index.put(old, 1, null, NOW.minus(Duration.ofDays(900)), "Сайлау өтті", "Сайлау өтті.");
            index.put(young, 2, null, NOW.minus(Duration.ofDays(1)), "Сайлау өтті", "Сайлау өтті.");
            index.advance(2, young);
            assertEquals(List.of(young, old), found(index, "сайлау"));
            index.remove(young);
            index.advance(3, young);
            assertEquals(List.of(old), found(index, "сайлау"));
        }
    }

    /** As {@link Indexing} hands them on, behind the text. */
    @Test
    void tagsAreFoundByEveryFormOfTheirWordsInAnyScript() throws IOException {
        var tagged = UUID.randomUUID();
        try (var index = open()) {
            index.put(tagged, 1, null, NOW, "Жиын өтті", "Төраға сөйледі.\nАвтор\nСадырбеков\nҰлттық банк");
            index.put(UUID.randomUUID(), 2, null, NOW, "Стадион ашылды", "Қалада.");
            index.advance(2, tagged);
            for (var asked : List.of("садырбеков", "Садырбековтың", "Sadyrbekovqa", "ۇلتتىق", "банкінде",
                    "bankke")) {
                assertEquals(List.of(tagged), found(index, asked), asked);
            }
        }
    }

    @Test
    void ofWhatIsPurgedNoWordIsLeftOnTheDisk() throws IOException {
        var secret = UUID.randomUUID();
        try (var index = open()) {
            for (int i = 0; i < 40; i++) {
                index.put(UUID.randomUUID(), i, null, NOW, "Мақала " + i, "Мәтін " + i);
            }
            index.put(secret, 41, null, NOW, "Құпия", "Зззыррр қыззырдың");
            index.advance(41, secret);
            index.commit();
            assertTrue(holds("зззыррр"));
            index.remove(secret);
            index.advance(42, secret);
            index.purge();
            assertFalse(holds("зззыррр"));
            assertEquals(10, found(index, "мақала").size());
        }
    }

    private boolean holds(String word) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1)
                        .contains(new String(word.getBytes(UTF_8), ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aDamagedOneIsNotBelieved() throws IOException {
        try (var index = open()) {
            for (int i = 0; i < 50; i++) {
                index.put(UUID.randomUUID(), i, null, NOW, "Мақала " + i, "Мәтін " + i);
            }
            index.advance(50, UUID.randomUUID());
            index.commit();
        }
        try (var files = Files.list(folder)) {
            var data = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
            var bytes = Files.readAllBytes(data);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(data, bytes);
        }
        assertThrows(CorruptIndexException.class, this::open);
        StoryIndex.remove(folder);
        try (var index = open()) {
            assertEquals(0, index.position());
        }
    }

    @Test
    void aPassageShowsTheFormsThatWereFound() {
        var telling = new Telling(language.analyzer(), language.query().of("қандай кітапхана"));
        var passage = telling
                .passage("Сөз. ".repeat(200) + "Қаланың кітапханасында көрме ашылды. " + "Сөз. ".repeat(200));
        assertTrue(passage.stream().anyMatch(piece -> piece.found() && piece.text().equals("кітапханасында")),
                passage.toString());
        var length = passage.stream().mapToInt(piece -> piece.text().length()).sum();
        assertTrue(length < 300, "of " + length);
        for (var hostile : List.of("", " ", "😀".repeat(400), "а".repeat(40_000), "\uD83D", "\n\n\n")) {
            assertTrue(telling.passage(hostile).size() < 10);
        }
    }
}
