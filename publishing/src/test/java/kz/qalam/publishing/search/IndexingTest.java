package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import kz.qalam.core.copy.Paragraph;
import kz.qalam.publishing.Copies;
import kz.qalam.publishing.page.Section;

/** What the index follows, and what is left of it on the disk. */
class IndexingTest {
    private static final String WORD = "Зззыррр";
    private static final UUID SECRET = new UUID(0, 1);

    private final Language language = new Language();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Paper paper = new Paper();

    @TempDir
    Path folder;

    /** A database in memory, which may be away once. */
    private static final class Paper extends Ledger {
        private final List<Line> lines = new ArrayList<>();
        private final Map<UUID, Place> places = new HashMap<>();
        private final Map<UUID, Text> texts = new LinkedHashMap<>();
        private long redactions;
        private int sectionsAsked;
        private int goodFor = Integer.MAX_VALUE;
        private boolean held;

        Paper() {
            super(null, null);
        }

        void release(UUID article, String said) {
            var number = lines.size() + 1;
            lines.add(new Line(number, article));
            places.put(article,
                    new Place(article, "/2026/11/25/" + article + "/", said != null, "madeniet", Instant.EPOCH,
                            number));
            texts.remove(article);
            if (said != null) {
                texts.put(article, new Text(article, number,
                        Copies.library().withBody(List.of(new Paragraph(said))).checked().canonical()));
            }
        }

        private void asked() throws SQLException {
            if (goodFor-- == 0) {
                throw new SQLException("away", "08006");
            }
        }

        @Override
        List<Line> after(long position, int most) throws SQLException {
            asked();
            return lines.stream().filter(line -> line.number() > position).limit(most).toList();
        }

        @Override
        Map<UUID, Place> places(Collection<UUID> articles) throws SQLException {
            asked();
            var asked = new HashMap<>(places);
            asked.keySet().retainAll(articles);
            return asked;
        }

        @Override
        List<Text> texts(Collection<UUID> articles) throws SQLException {
            asked();
            if (held && !articles.isEmpty()) {
                throw new Held();
            }
            return texts.values().stream().filter(text -> articles.contains(text.article())).toList();
        }

        @Override
        long redactions() throws SQLException {
            asked();
            return redactions;
        }

        @Override
        List<Section> sections() {
            sectionsAsked++;
            return List.of();
        }
    }

    private Indexing indexing() {
        return new Indexing(paper, null, language, nanos::get);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** As the relay does: whatever the database says, it is asked again. */
    private static void follow(Indexing indexing, StoryIndex index) throws IOException {
        for (var more = true; more;) {
            try {
                more = indexing.step(index);
            } catch (SQLException away) {
                continue;
            }
        }
    }

    /** Writes the index to the disk, a secret in it. */
    private void fill(Indexing indexing, StoryIndex index) throws IOException {
        for (int i = 2; i < 42; i++) {
            paper.release(new UUID(0, i), "Мәтін " + i);
        }
        paper.release(SECRET, WORD + " қыззырдың.");
        follow(indexing, index);
        passes(Duration.ofSeconds(3));
        follow(indexing, index);
        assertTrue(holds());
    }

    private boolean holds() throws IOException {
        var kept = new String(WORD.getBytes(UTF_16BE), ISO_8859_1);
        var key = new String(WORD.toLowerCase(java.util.Locale.ROOT).getBytes(UTF_8), ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readString(file, ISO_8859_1);
                if (bytes.contains(kept) || bytes.contains(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void whatIsRedactedLongAfterItWasWithdrawnIsLeftInNoFile() throws Exception {
        try (var index = StoryIndex.open(folder, language.analyzer())) {
            var indexing = indexing();
            fill(indexing, index);
            paper.release(SECRET, null);
            follow(indexing, index);
            passes(Duration.ofSeconds(3));
            follow(indexing, index);
            assertTrue(holds(), "it was only withdrawn");
            paper.redactions++;
            follow(indexing, index);
            assertFalse(holds());
        }
        try (var again = StoryIndex.open(folder, language.analyzer())) {
            assertEquals(1, again.redactions(), "what was purged is not purged with each start");
        }
    }

    @Test
    void anOlderTextOfALiveStoryThatIsRedactedIsLeftInNoFile() throws Exception {
        try (var index = StoryIndex.open(folder, language.analyzer())) {
            var indexing = indexing();
            fill(indexing, index);
            paper.release(SECRET, "Түзетілген сөз.");
            paper.redactions++;
            follow(indexing, index);
            assertFalse(holds());
        }
    }

    @Test
    void aDatabaseThatGoesInTheMidstOfItLosesNoRedaction() throws Exception {
        for (int good = 0; good < 6; good++) {
            try (var index = StoryIndex.open(folder, language.analyzer())) {
                var indexing = indexing();
                fill(indexing, index);
                paper.release(SECRET, null);
                paper.redactions++;
                paper.goodFor = good;
                follow(indexing, index);
                assertFalse(holds(), "it goes after " + good + " questions");
                index.clear();
            }
            paper.lines.clear();
            paper.goodFor = Integer.MAX_VALUE;
        }
    }

    @Test
    void whatAHeldHouseDoesNotTellIsFollowedWhenItGoesOn() throws Exception {
        try (var index = StoryIndex.open(folder, language.analyzer())) {
            var indexing = indexing();
            fill(indexing, index);
            var before = index.position();
            paper.held = true;
            paper.release(SECRET, "Түзетілген сөз.");
            paper.release(new UUID(0, 50), "Кейінгі сөз.");
            assertThrows(Ledger.Held.class, () -> indexing.step(index));
            assertTrue(holds());
            paper.redactions++;
            assertThrows(Ledger.Held.class, () -> indexing.step(index));
            assertFalse(holds(), "a court's order waits for nobody");
            assertEquals(1, index.redactions());
            assertEquals(before, index.position());
            paper.held = false;
            follow(indexing, index);
            assertEquals(before + 1, Objects.requireNonNull(index.story(SECRET)).release());
            assertEquals(before + 2, Objects.requireNonNull(index.story(new UUID(0, 50))).release());
        }
    }

    private List<String> commits() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("segments"))
                    .toList();
        }
    }

    /** Whatever the clock on the wall says meanwhile. */
    @Test
    void commitsAndSectionsComeByAClockThatNobodySets() throws Exception {
        try (var index = StoryIndex.open(folder, language.analyzer())) {
            var indexing = indexing();
            fill(indexing, index);
            paper.release(new UUID(0, 100), "Жаңа мәтін");
            follow(indexing, index);
            var before = commits();
            var asked = paper.sectionsAsked;
            paper.release(new UUID(0, 101), "Тағы бір мәтін");
            follow(indexing, index);
            assertEquals(before, commits(), "not after each release");
            passes(Duration.ofSeconds(3));
            follow(indexing, index);
            assertNotEquals(before, commits());
            assertEquals(asked, paper.sectionsAsked);
            passes(Duration.ofSeconds(7));
            follow(indexing, index);
            assertEquals(asked + 1, paper.sectionsAsked);
        }
    }
}
