package kz.qalam.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Attending;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Kept;
import kz.qalam.core.article.Leftover;
import kz.qalam.core.article.Present;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.article.Saved;
import kz.qalam.core.article.WorkingText;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.OlderText;
import kz.qalam.core.refusal.Redacted;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** Unsaved texts, two people in one story, and who is there, against a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritingTest {

    private static final int SAVES = 10_000;
    private static final Block ONE = new Paragraph("Қала тұрғындары көптен күткен кітапхана есігін айқара ашты.");
    private static final Block TWO = new Paragraph("Кітапхананың қорында екі жүз мыңға жуық кітап бар.");
    private static final Block THREE = new Paragraph("Құрылыс үш жылға созылды, бюджеттен қаржы бөлінген.");
    private static final Block ONE_LONGER = new Paragraph(
            "Қала тұрғындары көптен күткен жаңа кітапхана есігін айқара ашты.");
    private static final Block THREE_LONGER = new Paragraph("Құрылыс төрт жылға созылды, бюджеттен қаржы бөлінген.");
    private static final Block THREE_SHORTER = new Paragraph("Құрылыс үш жылға созылды.");

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Keeping keeping;

    @Inject
    Attending attending;

    @Inject
    Articles articles;

    @Inject
    Reviewing reviewing;

    Actor author;
    Actor editor;

    @BeforeEach
    void people() {
        author = cast.newcomer(Role.AUTHOR);
        editor = cast.newcomer(Role.EDITOR);
    }

    // Unsaved texts

    @Test
    void whatIsTypedIsKeptAndGoesForwardOnly() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 1, 1, Copy.draft("Екі"));
        keeping.keep(author, id, window, 3, 1, Copy.draft("Үш"));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, window, 2, 1, Copy.draft("Екі")));
        keeping.keep(author, id, window, 3, 1, Copy.draft("Үш"));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, window, 3, 1, Copy.draft("Басқа")));
        WorkingText kept = keeping.find(author, id, window);
        assertEquals("Үш", kept.copy().headline());
        assertEquals(1, kept.base());
        assertEquals(1, articles.find(author, id).revision().number(), "it is no revision");
    }

    /** A half-typed address is no reason to lose the text. */
    @Test
    void whatIsHalfTypedIsKept() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        Copy typed = Copy.draft("Бір").withSlug("Jana-").withTags(List.of("т".repeat(70))).withBody(List.of(ONE));
        keeping.keep(author, id, window, 1, 1, typed);
        assertEquals(typed, keeping.find(author, id, window).copy());
    }

    /** A window that was open on it: what is typed there is made of a text that is to be gone. */
    @Test
    void whatACourtTookOutIsNeitherKeptNorSavedAgain() throws SQLException {
        UUID id = cast.draft(author, "Алынатын бір");
        drafting.save(author, id, 1, Copy.draft("Алынатын екі"));
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 5, 2, Copy.draft("Алынатын екі!"));
        redact(id, "null");
        assertEquals(List.of(), keeping.of(author, id));
        Copy typed = Copy.draft("Алынатын екі!!");
        Redacted refused = assertThrows(Redacted.class, () -> keeping.keep(author, id, window, 6, 2, typed));
        assertEquals(2, refused.revision());
        assertThrows(Redacted.class, () -> keeping.keep(author, id, window, 6, 1, 2, typed));
        assertThrows(Redacted.class,
                () -> keeping.moveOn(author, id, new Kept(window, 6), UUID.randomUUID(), 2, typed));
        assertThrows(Redacted.class,
                () -> drafting.saveMerging(author, id, 2, typed, new Kept(window, 7)));
        assertThrows(Redacted.class, () -> drafting.merge(author, id, 3, 2, typed, new Kept(window, 7)));
        assertEquals(List.of(), keeping.of(author, id));
        assertEquals(3, articles.find(author, id).revision().number());

        keeping.keep(author, id, window, 6, 3, Copy.draft("Жаңадан"));
        drafting.saveMerging(author, id, 3, Copy.draft("Жаңадан"), new Kept(window, 6));
        assertEquals("Жаңадан", articles.find(author, id).revision().copy().headline());
    }

    /** Of two revisions that a window brings together, either may be taken out. */
    @Test
    void whatIsBroughtTogetherWithATextThatWasTakenOutIsNotKept() throws SQLException {
        UUID id = cast.draft(author, "Бір");
        drafting.save(author, id, 1, Copy.draft("Алынатын екі"));
        redact(id, "'{2}'");
        UUID window = UUID.randomUUID();
        assertThrows(Redacted.class, () -> keeping.keep(author, id, window, 1, 1, 2, Copy.draft("Екеуі")));
        keeping.keep(author, id, window, 1, 1, Copy.draft("Бір."));
    }

    /** An autosave that comes while the text is just being taken out. */
    @Test
    void whatIsKeptAtThatVeryMomentWaitsForTheRedaction() throws Exception {
        UUID id = cast.draft(author, "Бір");
        drafting.save(author, id, 1, Copy.draft("Алынатын екі"));
        UUID window = UUID.randomUUID();
        Future<?> kept;
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            redact(statement, id, "'{2}'");
            kept = other.submit(() -> keeping.keep(author, id, window, 1, 1, 2, Copy.draft("Екеуі")));
            assertThrows(TimeoutException.class, () -> kept.get(500, TimeUnit.MILLISECONDS));
            owner.commit();
        } finally {
            other.shutdown();
        }
        assertEquals(Redacted.class, assertThrows(ExecutionException.class, kept::get).getCause().getClass());
        assertEquals(List.of(), keeping.of(author, id));
    }

    /** A second order about all of it leaves the empty text with which the story goes on. */
    @Test
    void aStoryOfWhichAllWasTakenOutTwiceIsOpenedAndGoneOnWith() throws SQLException {
        UUID id = cast.draft(author, "Алынатын");
        redact(id, "null");
        redact(id, "null");
        Revision empty = articles.find(author, id).revision();
        assertEquals("2 ", empty.number() + " " + empty.copy().headline());
        assertEquals(3, drafting.save(author, id, 2, Copy.draft("Жаңадан")).revision());
    }

    private void redact(UUID id, String numbers) throws SQLException {
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement statement = owner.createStatement()) {
            redact(statement, id, numbers);
        }
    }

    private void redact(Statement statement, UUID id, String numbers) throws SQLException {
        statement.execute("select newsroom.redact('" + id + "', " + numbers
                + ", 'Сот', (select username from newsroom.person where id = '" + author.person() + "'))");
    }

    @Test
    void nobodyElseReadsIt() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 1, 1, Copy.draft("Құпия"));
        assertEquals(List.of(), keeping.of(editor, id));
        assertThrows(NotFound.class, () -> keeping.find(editor, id, window));
        keeping.discard(editor, id, window);
        assertEquals("Құпия", keeping.find(author, id, window).copy().headline());
        Actor stranger = cast.newcomer(Role.AUTHOR);
        assertThrows(NotFound.class, () -> keeping.of(stranger, id));
        assertThrows(NotFound.class, () -> keeping.keep(stranger, id, window, 1, 1, Copy.draft("Х")));
        assertThrows(NotPermitted.class,
                () -> keeping.keep(cast.newcomer(Role.PUBLISHER), null, window, 1, 0, Copy.draft("Х")));
    }

    /** The story is another's now: what was typed stays its writer's to read. */
    @Test
    void whatWasTypedIsReadAfterItsStoryWasHandedOn() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 1, 1, Copy.draft("Бір сағат терілген"));
        drafting.handOver(editor, id, author.person(), cast.newcomer(Role.AUTHOR).person());
        assertThrows(NotFound.class, () -> keeping.find(author, id, window));
        Leftover left = keeping.all(author).get(0);
        assertEquals("Бір сағат терілген", left.headline());
        assertTrue(left.legible() && !left.readable());
        assertEquals("Бір сағат терілген", keeping.own(author, window).copy().headline());
        assertThrows(NotFound.class, () -> keeping.own(editor, window));
        keeping.discard(author, window);
        assertThrows(NotFound.class, () -> keeping.own(author, window));
    }

    @Test
    void theSaveThatContainsItClearsItAndADelayedOneDoesNotBringItBack() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        keeping.keep(author, id, window, 1, 1, Copy.draft("Ек"));
        keeping.keep(author, id, other, 1, 1, Copy.draft("Басқа терезеде"));
        drafting.saveMerging(author, id, 1, Copy.draft("Екі"), new Kept(window, 2));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, window, 2, 1, Copy.draft("Екі")));
        assertEquals(List.of("Басқа терезеде"),
                keeping.of(author, id).stream().map(text -> text.copy().headline()).toList());
        keeping.keep(author, id, window, 3, 2, Copy.draft("Сақтағаннан кейін"));
        drafting.saveMerging(author, id, 2, Copy.draft("Үш"), new Kept(window, 2));
        assertEquals("Сақтағаннан кейін", keeping.find(author, id, window).copy().headline());
        drafting.save(author, id, 3, Copy.draft("Басқа терезеде"));
        assertEquals(1, keeping.of(author, id).size(), "what says the same as what was saved is contained in it");
    }

    /** Typed and undone: nothing is left, a request that was delayed does not bring it back, and a newer text stays. */
    @Test
    void whatWasUndoneIsDroppedForwardOnly() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        keeping.keep(author, id, window, 2, 1, Copy.draft("Екі"));
        keeping.drop(author, id, new Kept(window, 1));
        assertEquals("Екі", keeping.find(author, id, window).copy().headline());
        keeping.drop(editor, id, new Kept(window, 9));
        assertEquals("Екі", keeping.find(author, id, window).copy().headline(), "it is its writer's");
        keeping.drop(author, id, new Kept(window, 3));
        assertEquals(List.of(), keeping.of(author, id));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, window, 3, 1, Copy.draft("Кешіккен")));
        keeping.keep(author, id, window, 4, 1, Copy.draft("Төрт"));
        assertEquals("Төрт", keeping.find(author, id, window).copy().headline());
    }

    @Test
    void aStoryThatWasNeverSavedIsKeptToo() {
        UUID window = UUID.randomUUID();
        keeping.keep(author, null, window, 1, 0, Copy.draft("Жаңа"));
        assertEquals("Жаңа", keeping.of(author, null).get(0).copy().headline());
        UUID id = drafting.start(author, Copy.draft("Жаңа мақала"), null, null, new Kept(window, 1)).article();
        assertEquals(List.of(), keeping.of(author, null));
        keeping.keep(author, id, window, 2, 1, Copy.draft("Жалғасы"));
        assertEquals(1, keeping.of(author, id).size());
    }

    /** A page that is still open on the old window types over nothing, and nothing that it typed since is taken along unseen. */
    @Test
    void whatIsGoneOnFromHasAWindowOfItsOwn() {
        UUID id = cast.draft(author, "Бір");
        UUID old = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        keeping.keep(author, id, old, 2, 1, Copy.draft("Терілген"));
        keeping.moveOn(author, id, new Kept(old, 2), next, 1, Copy.draft("Терілген"));
        assertEquals("Терілген", keeping.find(author, id, next).copy().headline());
        assertThrows(NotFound.class, () -> keeping.find(author, id, old));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, old, 2, 1, Copy.draft("Терілген")));
        keeping.keep(author, id, old, 99, 1, Copy.draft("Ескі бетте жалғасты"));
        assertEquals("Терілген", keeping.find(author, id, next).copy().headline());
        assertEquals("Ескі бетте жалғасты", keeping.find(author, id, old).copy().headline());

        keeping.moveOn(author, id, new Kept(old, 98), UUID.randomUUID(), 1, Copy.draft("Ескі бетте"));
        assertEquals("Ескі бетте жалғасты", keeping.find(author, id, old).copy().headline());
        keeping.moveOn(editor, id, new Kept(next, 9), UUID.randomUUID(), 1, Copy.draft("Х"));
        assertEquals("Терілген", keeping.find(author, id, next).copy().headline(), "it is its writer's");

        UUID unheard = UUID.randomUUID();
        UUID heard = UUID.randomUUID();
        keeping.moveOn(author, id, new Kept(unheard, 4), heard, 1, Copy.draft("Құрылғыдағы"));
        assertThrows(OlderText.class, () -> keeping.keep(author, id, unheard, 4, 1, Copy.draft("Құрылғыдағы")));
        assertEquals("Құрылғыдағы", keeping.find(author, id, heard).copy().headline(),
                "what is barred stands elsewhere");
        UUID again = UUID.randomUUID();
        keeping.moveOn(author, id, new Kept(unheard, 4), again, 1, Copy.draft("Құрылғыдағы"));
        assertThrows(NotFound.class, () -> keeping.find(author, id, again), "pressed twice, it stands once");
        UUID emptied = UUID.randomUUID();
        UUID filled = UUID.randomUUID();
        keeping.keep(author, id, emptied, 1, 1, Copy.draft("Бірдеңе"));
        keeping.drop(author, id, new Kept(emptied, 2));
        keeping.moveOn(author, id, new Kept(emptied, 3), filled, 1, Copy.draft("Басқа бірдеңе"));
        assertEquals("Басқа бірдеңе", keeping.find(author, id, filled).copy().headline());

        for (int i = 4; i < Keeping.MOST; i++) {
            keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Мәтін " + i));
        }
        assertEquals(Keeping.MOST, keeping.of(author, id).size());
        UUID last = UUID.randomUUID();
        keeping.moveOn(author, id, new Kept(next, 1), last, 1, Copy.draft("Терілген"));
        assertEquals("Терілген", keeping.find(author, id, last).copy().headline(), "it takes no place of its own");
        UUID full = UUID.randomUUID();
        keeping.moveOn(author, id, new Kept(full, 1), UUID.randomUUID(), 1, Copy.draft("Тек құрылғыда"));
        keeping.discard(author, last);
        keeping.keep(author, id, full, 1, 1, Copy.draft("Тек құрылғыда"));
        assertEquals("Тек құрылғыда", keeping.find(author, id, full).copy().headline(),
                "what found no room is handed over later");
    }

    /** The line broke behind the save: its page takes it for unsaved, and goes on from it all the same. */
    @Test
    void aSaveWhoseAnswerWasLostIsGoneOnFrom() {
        UUID id = story();
        UUID window = UUID.randomUUID();
        drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE_LONGER), new Kept(window, 1));
        keeping.keep(author, id, window, 2, 1, body(ONE, TWO, THREE_SHORTER));
        assertEquals(2, keeping.find(author, id, window).base());
        assertEquals(new Saved(new Written(id, 3, true), 2, null),
                drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE_SHORTER), new Kept(window, 2)));
        drafting.save(editor, id, 3, body(ONE_LONGER, TWO, THREE_SHORTER));
        Saved both = drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE), new Kept(window, 3));
        assertEquals(new Saved(new Written(id, 5, true), 3, 4), both);
        assertEquals(List.of(ONE_LONGER, TWO, THREE), articles.revision(author, id, 5).copy().body());
        // The page never saw what came in with that one: it stays a question of two texts
        assertThrows(StaleRevision.class,
                () -> drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE_LONGER), new Kept(window, 4)));

        UUID settling = UUID.randomUUID();
        drafting.merge(author, id, 5, 4, body(ONE, TWO), new Kept(settling, 1));
        assertEquals(7, drafting.merge(author, id, 5, 4, body(ONE), new Kept(settling, 2)).revision());
    }

    @Test
    void aStoryWhoseFirstAnswerWasLostKeepsWhatIsTyped() {
        UUID window = UUID.randomUUID();
        UUID id = drafting.start(author, Copy.draft("Жаңа"), null, "бет-1", new Kept(window, 1)).article();
        keeping.keep(author, null, window, 2, 0, Copy.draft("Жаңа мақала"));
        assertEquals(List.of(), keeping.of(author, null));
        assertEquals(1, keeping.find(author, id, window).base());
        assertEquals(id, articles.started(author, "бет-1").orElseThrow());
        assertTrue(articles.started(editor, "бет-1").isEmpty());
    }

    @Test
    void nobodyFillsTheHouseWithUnsavedTexts() {
        UUID id = cast.draft(author, "Бір");
        for (int i = 0; i < Keeping.MOST; i++) {
            keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Мәтін " + i));
        }
        assertThrows(Invalid.class, () -> keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Тағы")));
        UUID window = keeping.of(author, id).get(0).window();
        keeping.keep(author, id, window, 2, 1, Copy.draft("Бұрынғы терезеде болады"));
        keeping.discard(author, id, window);
        keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Енді орын бар"));
    }

    /** What says nothing new, and what is older than a season, makes room; the rest is listed, and thrown away by its writer. */
    @Test
    void whatWasLeftIsListedAndMakesRoom() throws SQLException {
        UUID id = cast.draft(author, "Бір");
        UUID fresh = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        keeping.keep(author, id, UUID.randomUUID(), 1, 1, articles.find(author, id).revision().copy());
        keeping.keep(author, null, old, 1, 0, Copy.draft("Былтырғы"));
        keeping.keep(author, id, fresh, 1, 1, Copy.draft("Жаңа"));
        assertEquals(List.of("Жаңа", "Былтырғы"), keeping.all(author).stream().map(Leftover::headline).toList());
        assertEquals(List.of(), keeping.all(editor));
        try (Connection owner = TestDatabase.as("qalam_owner"); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table newsroom.working_text disable trigger guard");
            statement.execute(
                    "update newsroom.working_text set kept_at = kept_at - interval '100 days' where window_id = '"
                            + old + "'");
            statement.execute("alter table newsroom.working_text enable trigger guard");
            owner.commit();
        }
        for (int i = 3; i < Keeping.MOST; i++) {
            keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Мәтін " + i));
        }
        keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Орын табылды"));
        keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Тағы да"));
        assertEquals(Keeping.MOST, keeping.all(author).size());
        assertTrue(keeping.all(author).stream().noneMatch(left -> left.window().equals(old)));
        assertThrows(Invalid.class, () -> keeping.keep(author, id, UUID.randomUUID(), 1, 1, Copy.draft("Артық")));
        Actor gone = new Actor(author.person(), author.username(), author.name(), List.of());
        assertTrue(keeping.all(gone).stream()
                .noneMatch(left -> left.readable() || left.legible() || !left.headline().isEmpty()),
                "one's own text of a story at a desk that one has left is there, and tells nothing");
        assertThrows(NotFound.class, () -> keeping.own(gone, fresh));
        keeping.discard(gone, fresh);
        assertEquals(Keeping.MOST - 1, keeping.all(author).size());
    }

    // Two people

    @Test
    void differentBlocksMergeByThemselves() {
        UUID id = story();
        drafting.save(editor, id, 1, body(ONE_LONGER, TWO, THREE));
        Saved saved = drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE_LONGER), null);
        assertEquals(new Saved(new Written(id, 3, true), 1, 2), saved);
        Revision merged = articles.revision(author, id, 3);
        assertEquals(List.of(ONE_LONGER, TWO, THREE_LONGER), merged.copy().body());
        assertEquals(Revision.Origin.MERGED, merged.origin());
        assertEquals(List.of(1, 2), merged.drawnFrom());
        assertTrue(merged.writers().containsAll(List.of(author.person(), editor.person())));
    }

    @Test
    void theSameBlockIsForAPersonToDecide() {
        UUID id = story();
        drafting.save(editor, id, 1, body(ONE, TWO, THREE_SHORTER));
        assertThrows(StaleRevision.class,
                () -> drafting.saveMerging(author, id, 1, body(ONE, TWO, THREE_LONGER), null));
        assertEquals(2, articles.find(author, id).revision().number());
        drafting.merge(author, id, 2, 1, body(ONE, TWO, THREE_LONGER, THREE_SHORTER), null);
        assertEquals(List.of(1, 2), articles.revision(author, id, 3).drawnFrom());
    }

    /** What a review approved in between does not take anyone off the list of those who wrote what is brought back. */
    @Test
    void mergingLaundersNobody() {
        Actor second = cast.newcomer(Role.EDITOR);
        UUID id = story();
        drafting.save(second, id, 1, body(ONE, TWO, THREE_LONGER));
        drafting.save(editor, id, 2, body(ONE, TWO));
        reviewing.submit(editor, id, null, Proposal.PLAIN);
        reviewing.approve(cast.newcomer(Role.REVIEWER), id, 3, null);
        Actor merging = cast.newcomer(Role.REVIEWER);
        drafting.merge(merging, id, 3, 2, body(ONE, TWO, THREE_LONGER), null);
        assertTrue(articles.revision(editor, id, 4).writers()
                .containsAll(List.of(author.person(), second.person(), editor.person(), merging.person())));
    }

    @Test
    void mergingNamesAnOlderRevisionOfTheStory() {
        UUID id = story();
        for (int base : new int[]{-1, 0, 1, 2}) {
            assertThrows(Invalid.class, () -> drafting.merge(author, id, 1, base, body(ONE), null));
        }
        assertThrows(StaleRevision.class, () -> drafting.saveMerging(author, id, 9, body(ONE), null));
    }

    /** 10,000 acknowledged saves by 5 clients at once on 100 stories: every acknowledged save is in the history with its text, in the place of the one it was made over. */
    @Test
    void noAcknowledgedSaveIsLostAndNoneOverwritesUnseen() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(story());
        }
        List<Actor> clients = List.of(author, editor, cast.newcomer(Role.EDITOR), cast.newcomer(Role.REVIEWER),
                cast.newcomer(Role.EDITOR));
        record Told(UUID id, int number, int over, String headline) {}
        List<Told> told = Collections.synchronizedList(new ArrayList<>());
        ExecutorService hands = Executors.newFixedThreadPool(clients.size());
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < clients.size(); c++) {
            Actor client = clients.get(c);
            Random random = new Random(c);
            Callable<?> work = () -> {
                for (int i = 0; told.size() < SAVES; i++) {
                    UUID mine = ids.get(random.nextInt(ids.size()));
                    Revision current = articles.find(client, mine).revision();
                    String headline = client.name() + " " + i;
                    try {
                        Written written = drafting.save(client, mine, current.number(),
                                current.copy().withHeadline(headline));
                        told.add(new Told(mine, written.revision(), current.number(), headline));
                    } catch (StaleRevision another) {
                        // refused aloud: nothing was acknowledged
                    }
                }
                return null;
            };
            all.add(hands.submit(work));
        }
        for (Future<?> one : all) {
            one.get();
        }
        hands.shutdown();
        TreeMap<String, Told> places = new TreeMap<>();
        for (Told one : told) {
            assertEquals(one.over() + 1, one.number());
            assertEquals(one.headline(), articles.revision(editor, one.id(), one.number()).copy().headline());
            assertEquals(null, places.put(one.id() + " " + one.number(), one), "two saves in one place");
        }
        assertTrue(told.size() >= SAVES, told.size() + " were acknowledged");
        int revisions = 0;
        for (UUID id : ids) {
            List<RevisionLine> lines = articles.history(editor, id, Integer.MAX_VALUE, 1);
            revisions += lines.get(0).number() - 1;
        }
        assertEquals(told.size(), revisions, "what was acknowledged and what is there");
    }

    // Who is there

    @Test
    void whoHasItOpenIsNamedToThoseWhoMayReadIt() {
        UUID id = cast.draft(author, "Бір");
        UUID window = UUID.randomUUID();
        attending.attend(author, id, window, false);
        attending.attend(editor, id, UUID.randomUUID(), false);
        attending.attend(editor, id, UUID.randomUUID(), true);
        attending.attend(author, id, window, true);
        List<Present> seen = attending.others(author, id);
        assertEquals(1, seen.size());
        assertEquals(editor.name(), seen.get(0).name());
        assertTrue(seen.get(0).unsaved());
        attending.leave(author, id, window);
        assertFalse(attending.others(editor, id).stream().anyMatch(one -> one.person().equals(author.person())));
        Actor stranger = cast.newcomer(Role.AUTHOR);
        assertThrows(NotFound.class, () -> attending.others(stranger, id));
        assertThrows(NotFound.class, () -> attending.attend(stranger, id, window, false));
    }

    private UUID story() {
        return drafting.start(author, body(ONE, TWO, THREE), null, null).article();
    }

    private static Copy body(Block... blocks) {
        return Copy.draft("Тақырып").withBody(List.of(blocks));
    }
}
