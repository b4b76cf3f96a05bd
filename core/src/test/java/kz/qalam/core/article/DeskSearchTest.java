package kz.qalam.core.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
        assertThrows(Invalid.class, () -> articles.list(author, asking("теңіз"), "9~" + plain, 2));
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
        words.catchUp(StoryWords.first());
        assertEquals(List.of(id), found(author, "күріш"));
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom");
            sql.execute("insert into redaction (article, revision, ordered) values ('" + id + "', 1, 'сот')");
            sql.execute("update revision set bytes = null, copy = null where article = '" + id + "'");
            try (ResultSet left = sql.executeQuery("select from story_words where article = '" + id + "'")) {
                assertFalse(left.next());
            }
        }
        words.catchUp(StoryWords.first());
        assertEquals(List.of(), found(author, "күріш"));
        try (Connection newsroom = TestDatabase.as("qalam_newsroom"); Statement sql = newsroom.createStatement()) {
            assertEquals("QL061", assertThrows(SQLException.class, () -> sql.execute(
                    "insert into newsroom.story_words (article, revision, analysis, headline, opening, words) values ('"
                            + id + "', 1, 1, '', '', 'күріш')"))
                    .getSQLState());
            assertThrows(SQLException.class, () -> sql.execute("delete from newsroom.story_words"));
        }
        try (Connection site = TestDatabase.as("qalam_site"); Statement sql = site.createStatement()) {
            assertEquals("42501",
                    assertThrows(SQLException.class, () -> sql.execute("select words from newsroom.story_words"))
                            .getSQLState());
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
