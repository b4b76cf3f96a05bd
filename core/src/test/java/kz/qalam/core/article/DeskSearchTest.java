package kz.qalam.core.article;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.Cast;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Text;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;

/** Stories are found by every form of a word, by those who may see them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeskSearchTest {

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Articles articles;

    @Inject
    StoryWords words;

    Desk desk;
    Actor author;

    @BeforeEach
    void anEmptyDesk() {
        desk = cast.desk(PublishingRule.ON_APPROVAL, "headline");
        author = cast.at(desk, Role.AUTHOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"қала", "қалаларымыздан", "мектеп", "мектебінің", "қаладағы мектептер", "Тоқаевтың", "кала",
            "каладагы", "мектебинин", "мекте", "мектептерд", "қала мектеп "})
    void aStoryIsFoundByEveryFormOfItsWords(String words) {
        UUID id = write(story("Қалада жаңа мектеп ашылды", "Салтанатқа Тоқаев қатысты."));
        write(story("Ауа райы", "Ертең жаңбыр жауады."));
        assertEquals(List.of(id), found(author, words));
    }

    @Test
    void everyWordMustBeThereAndAnUnendedOneMayGoOn() {
        UUID id = write(story("Мектеп", "Облыстағы мектептер жөнделді."));
        assertEquals(List.of(), found(author, "мектеп теңіз"));
        assertEquals(List.of(id), found(author, "мектеп обл"));
        assertEquals(List.of(), found(author, "мектеп обл "));
        assertEquals(List.of(), found(author, "!%&|:*'\\ ()"));
    }

    @Test
    void aHeadlineComesBeforeALeadBeforeATextAndPagesGoOnAcrossThem() {
        List<UUID> right = new ArrayList<>();
        right.add(0, write(story("Бір", "Теңіздің жағасы.")));
        right.add(0, write(story("Екі", "Теңізден соққан жел.")));
        right.add(0, write(Copy.draft("Үш").withLead("Теңізге шықты")));
        right.add(0, write(Copy.draft("Теңіз суы тартылды")));
        write(story("Төрт", "Бұлақ суы."));
        right.add(1, right.get(0));
        right.set(0, write(Copy.draft("Теңіз толқыды")));
        List<UUID> paged = new ArrayList<>();
        String cursor = null;
        do {
            StoryPage page = articles.list(author, asking("теңіз"), cursor, 2);
            page.lines().forEach(line -> paged.add(line.id()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(right, paged);
        String plain = articles.list(author, StoryFilter.ALL, null, 1).next();
        assertNotNull(plain);
        assertThrows(Invalid.class, () -> articles.list(author, asking("теңіз"), plain, 2));
        assertThrows(Invalid.class, () -> articles.list(author, asking("теңіз"), "9~" + plain + "~~", 2));
    }

    @Test
    void aSaveAndARestorationAreFoundByWhatTheySayNow() {
        UUID id = write(story("Бірінші", "Көпір салынды."));
        drafting.save(author, id, 1, story("Бірінші", "Жол жөнделді."));
        assertEquals(List.of(), found(author, "көпірлер"));
        assertEquals(List.of(id), found(author, "жолдар"));
        drafting.restore(author, id, 2, 1);
        assertEquals(List.of(id), found(author, "көпірлер"));
        Actor editor = cast.at(desk, Role.EDITOR);
        UUID brought = drafting.bring(editor, story("Әкелінген", "Кеме келді."), desk.id(), null, null).article();
        assertEquals(List.of(brought), found(editor, "кемелер"));
    }

    @Test
    void whyAStoryWasFoundIsShownWithItsWordsMarked() {
        write(Copy.draft("Мектептегі кездесу").withLead("Бүгін өтті.")
                .withBody(List.of(new Paragraph("Бұл – басы."), new Paragraph("Жиынға ".repeat(40)
                        + "қаладағы мектептердің директорлары келді. " + "Олар көп сөйледі. ".repeat(40)))));
        Excerpt excerpt = requireNonNull(
                articles.list(author, asking("мектеп директор "), null, 5).lines().get(0).excerpt());
        assertEquals(List.of("Мектептегі"), marked(excerpt.headline()));
        assertEquals(List.of("мектептердің", "директорлары"), marked(excerpt.passage()));
        String passage = excerpt.passage().stream().map(Excerpt.Piece::text).collect(Collectors.joining());
        assertTrue(passage.startsWith("… ") && passage.endsWith(" …") && passage.length() < 260, passage);
        assertEquals(null, articles.list(author, StoryFilter.ALL, null, 1).lines().get(0).excerpt());
    }

    private static List<String> marked(List<Excerpt.Piece> pieces) {
        return pieces.stream().filter(Excerpt.Piece::found).map(Excerpt.Piece::text).toList();
    }

    @Test
    void commonWordsGoOnFromStretchToStretchAndMissNone() throws SQLException {
        for (int i = 0; i < Articles.STRETCH + 7; i++) {
            write(i % 50 == 0 ? Copy.draft("Кемпірқосақ " + i) : story("Хабар " + i, "Кемпірқосақ шықты."));
        }
        analyse();
        for (StoryFilter.Order order : StoryFilter.Order.values()) {
            List<StoryLine> all = new ArrayList<>();
            String cursor = null;
            do {
                StoryPage page = articles.list(author,
                        new StoryFilter(null, null, null, null, "кемпірқосақ", null, null, null,
                                null, null, order),
                        cursor, 30);
                all.addAll(page.lines());
                cursor = page.next();
            } while (cursor != null);
            assertEquals(Articles.STRETCH + 7, all.stream().map(StoryLine::id).distinct().count());
            assertEquals(Articles.STRETCH + 7, all.size());
            assertEquals(order == StoryFilter.Order.NEWEST ? "Кемпірқосақ 100" : "Кемпірқосақ 0",
                    all.get(0).headline());
        }
    }

    private static void analyse() throws SQLException {
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement sql = owner.createStatement()) {
            sql.execute("analyze newsroom.story_words");
        }
    }

    @Test
    void unchangedBlocksAreNotAnalysedAgain() {
        assertSame(Keyed.of("Кеше көктемгі егіс басталды."), Keyed.of("Кеше көктемгі егіс басталды."));
    }

    @Test
    void russianStoriesAreFoundByTheirForms() {
        UUID id = write(story("Погода", "В городах ожидаются сильные дожди.").withLanguage(Language.RU));
        assertEquals(List.of(id), found(author, "города"));
        assertEquals(List.of(id), found(author, "дождь"));
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        write(story("Құпия", "Жасырын кездесу."));
        Actor other = cast.at(desk, Role.AUTHOR);
        Actor elsewhere = cast.at(cast.desk(PublishingRule.ON_APPROVAL, "headline"), Role.AUTHOR, Role.EDITOR,
                Role.REVIEWER, Role.PUBLISHER);
        for (Actor reader : List.of(other, elsewhere, cast.at(desk, Role.PUBLISHER))) {
            StoryPage page = articles.list(reader, asking("кездесу"), null, 1);
            assertTrue(page.lines().isEmpty());
            assertEquals(null, page.next());
        }
        assertEquals(1, found(cast.at(desk, Role.EDITOR), "кездесу").size());
    }

    @Test
    void hostileTextsAndQuestionsHaveAnEnd() {
        String endless = "қ".repeat(300_000);
        UUID id = write(story("Ұзын", endless));
        assertEquals(List.of(id), found(author, "қ".repeat(200)));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.append(Integer.toString(i, 36)).append("ж ");
        }
        UUID full = write(story("Көп", many.toString()));
        assertEquals(List.of(full), found(author, "көп"));
        for (String bad : List.of("\uD83D", "а" + "\u0301".repeat(100), "а".repeat(201))) {
            assertThrows(Invalid.class, () -> found(author, bad));
        }
    }

    @Test
    void oldStoriesBecomeSearchableAndTakenOutTextsDoNot() throws SQLException {
        UUID id = write(story("Ескі", "Күріш егілді."));
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom");
            sql.execute("delete from story_words where article = '" + id + "'");
        }
        assertEquals(List.of(), found(author, "күріш"));
        catchUp();
        assertEquals(List.of(id), found(author, "күріш"));
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom");
            sql.execute("insert into redaction (article, revision, ordered) values ('" + id + "', 1, 'сот')");
            sql.execute("update revision set bytes = null, copy = null where article = '" + id + "'");
            try (ResultSet left = sql.executeQuery("select from story_words where article = '" + id + "'")) {
                assertFalse(left.next());
            }
        }
        catchUp();
        assertEquals(List.of(), found(author, "күріш"));
        try (Connection newsroom = TestDatabase.as("qalam_newsroom"); Statement sql = newsroom.createStatement()) {
            assertEquals("QL061", assertThrows(SQLException.class, () -> sql.execute(
                    "insert into newsroom.story_words (article, revision, analysis, headline, opening, words, sketch) values ('"
                            + id + "', 1, 1, '', '', 'күріш', '{}')"))
                    .getSQLState());
            assertThrows(SQLException.class, () -> sql.execute("delete from newsroom.story_words"));
        }
        try (Connection site = TestDatabase.as("qalam_site"); Statement sql = site.createStatement()) {
            assertEquals("42501",
                    assertThrows(SQLException.class, () -> sql.execute("select words from newsroom.story_words"))
                            .getSQLState());
        }
    }

    private void catchUp() {
        UUID last = StoryWords.first();
        for (UUID next = words.catchUp(last); !next.equals(last); next = words.catchUp(last)) {
            last = next;
        }
    }

    private UUID write(Copy copy) {
        return drafting.start(author, copy, desk.id(), null).article();
    }

    private static Copy story(String headline, String text) {
        return Copy.draft(headline).withBody(List.of(new Paragraph(List.of(new Text(text)))));
    }

    private List<UUID> found(Actor actor, String words) {
        return articles.list(actor, asking(words), null, 50).lines().stream().map(StoryLine::id).toList();
    }

    private static StoryFilter asking(String words) {
        return new StoryFilter(null, null, null, null, words);
    }
}
