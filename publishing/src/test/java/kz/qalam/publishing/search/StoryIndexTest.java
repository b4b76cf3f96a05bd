package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import kz.qalam.core.language.search.StoryAnalyzer;
import kz.qalam.publishing.page.Sought;

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
        return search(index, words, 0, 10).stories().stream().map(one -> one.story().article()).toList();
    }

    private StoryIndex.Found search(StoryIndex index, String words, int skipped, int most) throws IOException {
        var query = language.query().of(words);
        return index.search(query, new Marking(query), null, null, null, NOW, skipped, most, Duration.ofSeconds(10));
    }

    private static StoryIndex.Story story(UUID article, long release, @Nullable String section, Instant at,
            String headline, String text) {
        return new StoryIndex.Story(article, release, "/2026/11/25/" + release + "/", section, at,
                kz.qalam.core.copy.Language.KK, headline, StoredText.read(StoredText.of(text)));
    }

    private static void put(StoryIndex index, UUID article, long release, @Nullable String section, Instant at,
            String headline, String text, String about) throws IOException {
        index.put(story(article, release, section, at, headline, text), about);
    }

    private static void put(StoryIndex index, UUID article, long release, @Nullable String section, Instant at,
            String headline, String text) throws IOException {
        put(index, article, release, section, at, headline, text, "");
    }

    @Test
    void whatWasCommittedIsThereAndWhatWasNotIsFollowedAgain() throws IOException {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        try (var index = open()) {
            assertEquals(0, index.position());
            put(index, first, 1, "qogam", NOW, "Кітапхана ашылды", "Қалада.");
            index.advance(1, first);
            index.commit();
            put(index, second, 2, "qogam", NOW, "Стадион ашылды", "Қалада.");
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
            put(index, old, 1, null, NOW.minus(Duration.ofDays(900)), "Сайлау өтті", "Сайлау өтті.");
            put(index, young, 2, null, NOW.minus(Duration.ofDays(1)), "Сайлау өтті", "Сайлау өтті.");
            index.advance(2, young);
            assertEquals(List.of(young, old), found(index, "сайлау"));
            index.remove(young);
            index.advance(3, young);
            assertEquals(List.of(old), found(index, "сайлау"));
        }
    }

    private boolean knows(StoryIndex index, String word) throws IOException {
        var field = "text" + StoryAnalyzer.KEY;
        try (var keys = language.analyzer().tokenStream(field, word)) {
            var key = keys.getAttribute(CharTermAttribute.class);
            keys.reset();
            assertTrue(keys.incrementToken(), word);
            return index.knows(new Term(field, key.toString()));
        }
    }

    @Test
    void aWordThatOnlyRemovedStoriesHaveIsNotKnown() throws IOException {
        var gone = UUID.randomUUID();
        var live = UUID.randomUUID();
        try (var index = open()) {
            put(index, gone, 1, null, NOW, "Ферма", "Түйеқұстар мен жылқылар.");
            put(index, live, 2, null, NOW.minusSeconds(60), "Ферма", "Жылқылар.");
            index.advance(2, live);
            assertTrue(knows(index, "түйеқұсты"));
            index.remove(gone);
            index.advance(3, gone);
            assertFalse(knows(index, "түйеқұсты"), "its text stands in the index yet");
            assertTrue(knows(index, "жылқыны"));
            assertFalse(knows(index, "стадион"));
        }
    }

    /** As {@link Indexing} hands them on, behind the text. */
    @Test
    void tagsAreFoundByEveryFormOfTheirWordsInAnyScript() throws IOException {
        var tagged = UUID.randomUUID();
        try (var index = open()) {
            put(index, tagged, 1, null, NOW, "Жиын өтті", "Төраға сөйледі.",
                    "Автор\nСадырбеков\nҰлттық банк");
            put(index, UUID.randomUUID(), 2, null, NOW, "Стадион ашылды", "Қалада.");
            index.advance(2, tagged);
            for (var asked : List.of("садырбеков", "Садырбековтың", "Sadyrbekovqa", "ۇلتتىق", "банкінде",
                    "bankke")) {
                assertEquals(List.of(tagged), found(index, asked), asked);
            }
        }
    }

    /** What Lucene leaves out unread is what could not be among the best: words and recency are one order. */
    @Test
    void theBestByWordsAndRecencyAreTheSameAsIfEveryStoryWasRead() throws IOException {
        var random = new Random(11);
        var words = List.of("сайлау", "мектеп", "құрылыс", "банк", "теңге", "жол", "су", "егін", "спорт", "театр");
        try (var index = open()) {
            for (int i = 0; i < 3_000; i++) {
                var text = random.ints(3 + random.nextInt(30), 0, words.size()).mapToObj(words::get)
                        .collect(Collectors.joining(" "));
                put(index, new UUID(0, i), i, null, NOW.minus(Duration.ofHours(random.nextInt(20_000))), "Жаңалық",
                        text);
            }
            index.advance(3_000, new UUID(0, 2_999));
            for (var asked : List.of("сайлау", "мектеп құрылысы", "банкте теңге", "су мен жол, егін", "жаңалық")) {
                var whole = search(index, asked, 0, 3_000);
                for (int page = 0; page < 3; page++) {
                    var best = search(index, asked, 10 * page, 10);
                    assertEquals(whole.stories().subList(10 * page, 10 * page + 10), best.stories(), asked);
                    assertEquals(whole.more(), best.more());
                }
            }
        }
    }

    @Test
    void formsAreMarkedWhereTheyStandAndNothingIsBehindTheText() throws IOException {
        try (var index = open()) {
            put(index, new UUID(0, 1), 1, null, NOW, "Мектептер ашылды", "Ауылда мектеп\nашылды. Мектептен…",
                    "мектеп");
            index.advance(1, new UUID(0, 1));
            var one = search(index, "мектепті", 0, 10).stories().get(0);
            assertEquals(List.of("Мектептер"), marked(one.story().headline(), one.inHeadline()));
            assertEquals(List.of("мектеп", "Мектептен"), marked(one.story().text().toString(), one.inText()));
        }
    }

    @Test
    void aStoryIsAsItWasTakenInAndLeadsToWhatTellsOfTheSame() throws IOException {
        try (var index = open()) {
            for (int i = 1; i < 4; i++) {
                put(index, new UUID(0, i), i, i == 1 ? "qogam" : null, NOW, "Мектеп " + i,
                        i == 3 ? "Шахмат." : "Фермер түйеқұс былғары.");
            }
            index.advance(3, new UUID(0, 3));
            assertEquals(story(new UUID(0, 1), 1, "qogam", NOW, "Мектеп 1", "Фермер түйеқұс былғары."),
                    index.story(new UUID(0, 1)));
            assertNull(index.story(new UUID(0, 9)));
            assertEquals(List.of(index.story(new UUID(0, 2))), index.related(new UUID(0, 1),
                    Map.of("фермер", 1, "түйеқұс", 1, "былға", 1), 4, Duration.ofSeconds(10)));
        }
    }

    private static List<String> marked(String text, List<Mark> marks) {
        return marks.stream().map(mark -> text.substring(mark.start(), mark.end())).toList();
    }

    @Test
    void ofWhatIsPurgedNoWordIsLeftOnTheDisk() throws IOException {
        var secret = UUID.randomUUID();
        try (var index = open()) {
            for (int i = 0; i < 40; i++) {
                put(index, UUID.randomUUID(), i, null, NOW, "Мақала " + i, "Мәтін " + i);
            }
            put(index, secret, 41, null, NOW, "Құпия", "Зззыррр қыззырдың");
            index.advance(41, secret);
            index.commit();
            assertTrue(holds("зззыррр"));
            index.remove(secret);
            index.advance(42, secret);
            index.purge(1);
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
                put(index, UUID.randomUUID(), i, null, NOW, "Мақала " + i, "Мәтін " + i);
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
    void aPassageShowsTheFormsThatWereFound() throws IOException {
        var passage = passage("Сөз. ".repeat(200) + "Қаланың кітапханасында көрме ашылды. " + "Сөз. ".repeat(200));
        assertTrue(passage.stream().anyMatch(piece -> piece.found() && piece.text().equals("кітапханасында")),
                passage.toString());
        var length = passage.stream().mapToInt(piece -> piece.text().length()).sum();
        assertTrue(length < 300, "of " + length);
        for (var hostile : List.of("", " ", "😀".repeat(400), "а".repeat(40_000), "\uD83D", "\n\n\n",
                "кітапхана ".repeat(20_000))) {
            assertTrue(passage(hostile).size() < 60);
        }
    }

    private List<Sought.Piece> passage(String text) throws IOException {
        try (var index = open()) {
            index.clear();
            put(index, new UUID(0, 1), 1, null, NOW, "Кітапхана", text);
            index.advance(1, new UUID(0, 1));
            var one = search(index, "қандай кітапхана", 0, 10).stories().get(0);
            return Telling.passage(one.story().text(), one.inText());
        }
    }
}
