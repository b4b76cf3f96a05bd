package kz.qalam.core.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.TestDatabase;

/**
 * What the database itself guarantees (docs/architecture.md), tried with bare SQL over connections of the applications'
 * own roles. Each claim first shows that the honest way works, so that a refusal is not an accident of the set-up.
 */
class GuaranteesTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    private static final String DENIED = "42501";
    private static final String UNIQUE = "23505";

    private Newsroom newsroom;

    @BeforeAll
    static void start() {
        DATABASE.start();
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @BeforeEach
    void open() throws SQLException {
        newsroom = new Newsroom();
    }

    @AfterEach
    void close() throws SQLException {
        newsroom.close();
    }

    // Revisions

    @Test
    void aRevisionIsNeverChangedOrDeleted() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        refused(DENIED, () -> newsroom.run("update newsroom.revision set bytes = 'x' where article = ?", article));
        refused(DENIED,
                () -> newsroom.run("update newsroom.revision set digest = sha256('x') where article = ?", article));
        refused(DENIED, () -> newsroom.run("update newsroom.revision set writers = '{}' where article = ?", article));
        refused(DENIED, () -> newsroom.run("delete from newsroom.revision where article = ?", article));
        refused(DENIED, () -> newsroom.run("truncate newsroom.revision cascade"));
        refused(DENIED, () -> newsroom.run("alter table newsroom.revision disable trigger all"));
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            refused("QL001", () -> Newsroom.run(owner,
                    "update newsroom.revision set origin = 'MERGED' where article = ?", article));
            refused("QL001", () -> Newsroom.run(owner, "delete from newsroom.revision where article = ?", article));
        }
    }

    @Test
    void aDigestIsThatOfTheText() throws SQLException {
        UUID article = newsroom.article();
        refused("23514", () -> newsroom.run("""
                insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)
                values (?, 1, '{"headline":"x"}', sha256('y'), ?, '{}', 'WRITTEN')""", article, newsroom.author));
    }

    @Test
    void aRevisionHasItsText() throws SQLException {
        UUID article = newsroom.article();
        refused("QL002", () -> newsroom.run("""
                insert into newsroom.revision (article, number, digest, author, writers, origin)
                values (?, 1, sha256('y'), ?, '{}', 'WRITTEN')""", article, newsroom.author));
    }

    @Test
    void numbersHaveNoGap() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Бір");
        refused("23503", () -> newsroom.revision(article, 3, newsroom.author, "Үш"));
        refused("23505", () -> newsroom.revision(article, 1, newsroom.author, "Қайта"));
    }

    @Test
    void writersAreComputedWhateverTheCallerSays() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Бір");
        newsroom.revision(article, 2, newsroom.second, "Бір,");
        assertEquals(2, newsroom.number(
                "select cardinality(writers) from newsroom.revision where article = ? and number = 2", article));
        assertTrue(newsroom.text("select writers from newsroom.revision where article = ? and number = 2", article)
                .contains(newsroom.author.toString()));
    }

    @Test
    void anApprovedTextStartsAFreshListOfWriters() throws SQLException {
        UUID article = newsroom.live();
        newsroom.revision(article, 2, newsroom.second, "Түзетілген");
        assertEquals("{" + newsroom.second + "}",
                newsroom.text("select writers from newsroom.revision where article = ? and number = 2", article));
    }

    @Test
    void restoringBringsTheWritersBackWhetherNamedOrNot() throws SQLException {
        UUID article = newsroom.live();
        newsroom.revision(article, 2, newsroom.second, "Екінші");
        newsroom.revision(article, 3, newsroom.reviewer, "Бірінші");
        assertTrue(newsroom.text("select writers from newsroom.revision where article = ? and number = 3", article)
                .contains(newsroom.author.toString()), "the same text has the same writers");
        newsroom.revision(article, 4, newsroom.reviewer, "Бірінші мен екінші", 1);
        assertTrue(newsroom.text("select writers from newsroom.revision where article = ? and number = 4", article)
                .contains(newsroom.author.toString()), "a named source brings its writers");
    }

    // The exception lexicon

    @Test
    void aVersionOfTheLexiconIsApprovedByWhoWroteNoneOfIt() throws SQLException {
        int first = newsroom.lexicon(newsroom.second, "байден");
        refused("QL006", () -> newsroom.approveLexicon(first, newsroom.second));
        refused("QL072", () -> newsroom.approveLexicon(first, newsroom.author));
        int next = newsroom.lexicon(newsroom.author, "байден2");
        refused("QL071", () -> newsroom.approveLexicon(first, newsroom.reviewer));
        // A draft's writers go over to the next
        refused("QL006", () -> newsroom.approveLexicon(next, newsroom.second));
        newsroom.approveLexicon(next, newsroom.reviewer);
        int later = newsroom.lexicon(newsroom.author, "байден3");
        newsroom.approveLexicon(later, newsroom.second);
        refused("QL070", () -> newsroom.run(
                "insert into newsroom.lexicon_version (number, entries, author, writers) values (?, '[]', ?, '{}')",
                later, newsroom.author));
    }

    @Test
    void whatWasSentBackIsNeverApproved() throws SQLException {
        int first = newsroom.lexicon(newsroom.second, "қайтқан");
        refused("QL006", () -> newsroom.returnLexicon(first, newsroom.second));
        refused("QL072", () -> newsroom.returnLexicon(first, newsroom.author));
        newsroom.returnLexicon(first, newsroom.reviewer);
        refused("QL071", () -> newsroom.approveLexicon(first, newsroom.reviewer));
        refused(DENIED, () -> newsroom.run("delete from newsroom.lexicon_return"));
        // Its writers go over to the next
        int next = newsroom.lexicon(newsroom.author, "қайтқан2");
        refused("QL006", () -> newsroom.approveLexicon(next, newsroom.second));
        refused("QL071", () -> newsroom.returnLexicon(first, newsroom.reviewer));
        newsroom.approveLexicon(next, newsroom.reviewer);
        refused("QL071", () -> newsroom.returnLexicon(next, newsroom.reviewer));
    }

    @Test
    void theLexiconStaysAndTheSiteSeesNoDraft() throws SQLException {
        int version = newsroom.lexicon(newsroom.author, "құпия");
        refused(DENIED, () -> newsroom.run("update newsroom.lexicon_version set entries = '[]'"));
        refused(DENIED, () -> newsroom.run("delete from newsroom.lexicon_approval"));
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            refused("QL001",
                    () -> Newsroom.run(owner, "delete from newsroom.lexicon_version where number = ?", version));
        }
        try (Connection site = TestDatabase.as("qalam_site")) {
            String seen = "select count(*) from site.lexicon where number = " + version;
            assertEquals("0", Newsroom.text(site, seen));
            refused(DENIED, () -> Newsroom.text(site, "select count(*) from newsroom.lexicon_version"));
            newsroom.approveLexicon(version, newsroom.reviewer);
            assertEquals("1", Newsroom.text(site, seen));
        }
    }

    // Unsaved texts

    @Test
    void anUnsavedTextIsReadByItsWriterAlone() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID window = newsroom.workingText(article, newsroom.author, 1, "Құпия");
        String read = "select count(*) from newsroom.working_text where window_id = ?";
        assertEquals(1, newsroom.number(read, window));
        refused("42501", () -> newsroom.workingText(article, newsroom.second, 1, "Біреудің атынан", window));
        newsroom.speakFor(newsroom.second);
        assertEquals(0, newsroom.number(read, window));
        assertEquals(0, newsroom.run("update newsroom.working_text set bytes = null where window_id = ?", window));
        newsroom.run("reset qalam.person");
        assertEquals(0, newsroom.number("select count(*) from newsroom.working_text"));
        try (Connection site = TestDatabase.as("qalam_site")) {
            refused(DENIED, () -> Newsroom.text(site, "select count(*) from newsroom.working_text"));
            refused(DENIED, () -> Newsroom.text(site, "select count(*) from newsroom.presence"));
        }
    }

    /** Neither from a window that is still open on it, nor by one that is just sending. */
    @Test
    void whatWasRedactedIsNoUnsavedTextAgain() throws Exception {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Алынатын");
        newsroom.speakFor(newsroom.author);
        String redact = "select newsroom.redact('" + article + "', null, 'сот шешімі', 'u-" + newsroom.reviewer + "')";
        try (Connection sending = TestDatabase.as("qalam_newsroom");
                Connection owner = TestDatabase.as("qalam_owner")) {
            sending.setAutoCommit(false);
            Newsroom.text(sending, "select set_config('qalam.person', ?, false)", newsroom.author.toString());
            Newsroom.run(sending,
                    "insert into newsroom.working_text (person, window_id, article, counter, base, bytes) values (?, ?, ?, 1, 1, ?)",
                    newsroom.author, UUID.randomUUID(), article, Newsroom.copy("Алынатын!"));
            CompletableFuture<String> redacting = CompletableFuture.supplyAsync(() -> {
                try {
                    return Newsroom.text(owner, redact);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Thread.sleep(300);
            sending.commit();
            assertEquals("1", redacting.get(1, TimeUnit.MINUTES));
            assertEquals("0", Newsroom.text(owner, "select count(*) from newsroom.working_text where article = ?",
                    article));
        }
        refused("QL051", () -> newsroom.workingText(article, newsroom.author, 9, "Алынатын!!"));
    }

    @Test
    void anUnsavedTextGoesForwardOnlyAndIsNotDeleted() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID window = newsroom.workingText(article, newsroom.author, 5, "Бесінші");
        String set = "update newsroom.working_text set counter = ?, bytes = ? where window_id = ?";
        refused("QL011", () -> newsroom.run(set, 4, Newsroom.copy("Төртінші"), window));
        refused("QL011", () -> newsroom.run(set, 5, Newsroom.copy("Басқа бесінші"), window));
        assertEquals(1, newsroom.run(set, 6, Newsroom.copy("Алтыншы"), window));
        refused("QL001", () -> newsroom.run("update newsroom.working_text set article = ? where window_id = ?",
                newsroom.article(), window));
        refused(DENIED, () -> newsroom.run("delete from newsroom.working_text where window_id = ?", window));
        refused("23514", () -> newsroom.run(set, 7, new byte[1_200_001], window));
        for (int i = 1; i < 50; i++) {
            newsroom.workingText(article, newsroom.author, 1, "Мәтін");
        }
        refused("QL012", () -> newsroom.workingText(article, newsroom.author, 1, "Елу бірінші"));
    }

    @Test
    void aNoteSaysWhatItSaidAndIsResolvedOnce() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID note = UUID.randomUUID();
        newsroom.run("insert into newsroom.note (id, article, revision, said, author) values (?, ?, 1, 'Қайдан?', ?)",
                note, article, newsroom.reviewer);
        refused(DENIED, () -> newsroom.run("update newsroom.note set said = 'Жақсы' where id = ?", note));
        refused(DENIED, () -> newsroom.run("delete from newsroom.note where id = ?", note));
        String resolve = "update newsroom.note set resolved_by = ? where id = ?";
        assertEquals(1, newsroom.run(resolve, newsroom.author, note));
        refused("QL001", () -> newsroom.run(resolve, newsroom.second, note));
        String placed = "insert into newsroom.note (id, article, revision, field, block, start_at, end_at, quoted, said, author)"
                + " values (?, ?, 1, ?, ?::integer, 0, 3, 'Мен', 'Кім?', ?)";
        assertEquals(1, newsroom.run(placed, UUID.randomUUID(), article, "headline", null, newsroom.author));
        refused("23514", () -> newsroom.run(placed, UUID.randomUUID(), article, "lead", 0, newsroom.author));
        refused("23514", () -> newsroom.run(placed, UUID.randomUUID(), article, "slug", null, newsroom.author));
        refused(DENIED, () -> newsroom.run("update newsroom.note set field = 'lead' where article = ?", article));
        refused("23503", () -> newsroom.run(
                "insert into newsroom.note (id, article, revision, said, author) values (?, ?, 2, 'Жоқ нұсқа', ?)",
                UUID.randomUUID(), article, newsroom.author));
    }

    // Approvals

    @Test
    void nobodyApprovesWhatTheyWrote() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.second, "Өзімдікі");
        UUID round = newsroom.submit(article, 1, null);
        refused("QL006", () -> newsroom.approve(round, newsroom.second));
        newsroom.approve(round, newsroom.reviewer);
    }

    @Test
    void aCommaByASecondHandDoesNotLaunderTheFirst() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.second, "Өзімдікі");
        newsroom.revision(article, 2, newsroom.author, "Өзімдікі,");
        UUID round = newsroom.submit(article, 2, null);
        refused("QL006", () -> newsroom.approve(round, newsroom.second));
    }

    @Test
    void onlyAReviewerOfTheDeskApproves() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID round = newsroom.submit(article, 1, null);
        refused("QL004", () -> newsroom.approve(round, newsroom.publisher));
        refused("QL004", () -> newsroom.run(
                "update newsroom.review set verdict = 'CHANGES_REQUESTED', decided_by = ?, decided_at = now() where id = ?",
                newsroom.publisher, round));
    }

    @Test
    void aStoryIsHandedToAnAuthorOfItsDeskAndToNobodyElse() throws SQLException {
        UUID article = newsroom.article();
        String handing = "update newsroom.article set author = ? where id = ?";
        refused("QL001", () -> newsroom.run(handing, newsroom.reviewer, article));
        refused("QL001", () -> newsroom.run("update newsroom.article set author = null where id = ?", article));
        newsroom.run(handing, newsroom.second, article);
    }

    @Test
    void aRoundIsNotApprovedByItself() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID round = newsroom.submit(article, 1, null);
        refused("QL004", () -> newsroom.run(
                "update newsroom.review set verdict = 'APPROVED', decided_by = ?, decided_at = now() where id = ?",
                newsroom.reviewer, round));
        refused(DENIED, () -> newsroom.run("update newsroom.article set stage = 'APPROVED' where id = ?", article));
        refused(DENIED, () -> newsroom.run("update newsroom.review set revision = 2 where id = ?", round));
    }

    @Test
    void anApprovalIsOfWhatTheRoundAsked() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID round = newsroom.submit(article, 1, Duration.ofHours(1));
        String insert = """
                insert into newsroom.approval (id, article, revision, digest, kind, from_at, basis, review, decided_by)
                select ?, r.article, r.revision, %s, '%s', %s, '%s', r.id, ? from newsroom.review r
                  join newsroom.revision v on v.article = r.article and v.number = r.revision where r.id = ?""";
        refused("QL004", () -> newsroom.run(insert.formatted("sha256('x')", "FIRST", "r.from_at", "REVIEW"), uuid(),
                newsroom.reviewer, round));
        refused("QL004", () -> newsroom.run(insert.formatted("v.digest", "UPDATE", "r.from_at", "REVIEW"), uuid(),
                newsroom.reviewer, round));
        refused("QL004", () -> newsroom.run(insert.formatted("v.digest", "FIRST", "null", "REVIEW"), uuid(),
                newsroom.reviewer, round));
        for (String basis : new String[]{"EMERGENCY", "STANDING", "ARCHIVE"}) {
            refused("QL005", () -> newsroom.run(insert.formatted("v.digest", "FIRST", "r.from_at", basis), uuid(),
                    newsroom.reviewer, round));
        }
        newsroom.run(insert.formatted("v.digest", "FIRST", "r.from_at", "REVIEW"), uuid(), newsroom.reviewer, round);
        refused(DENIED, () -> newsroom.run("update newsroom.approval set kind = 'UPDATE' where article = ?", article));
        refused(DENIED, () -> newsroom.run("delete from newsroom.approval where article = ?", article));
    }

    @Test
    void aSaveClosesTheRound() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Бір");
        UUID round = newsroom.submit(article, 1, null);
        newsroom.revision(article, 2, newsroom.author, "Екі");
        assertEquals("RECALLED", newsroom.text("select verdict from newsroom.review where id = ?", round));
        assertEquals("DRAFT", newsroom.text("select stage from newsroom.article where id = ?", article));
        refused("QL003", () -> newsroom.approve(round, newsroom.reviewer));
        refused("QL003", () -> newsroom.submit(article, 1, null));
    }

    @Test
    void anApprovalAndASaveAtTheSameMomentExcludeEachOther() throws Exception {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Бір");
        UUID round = newsroom.submit(article, 1, null);
        try (Newsroom other = new Newsroom()) {
            other.connection.setAutoCommit(false);
            other.revision(article, 2, newsroom.author, "Екі");
            CompletableFuture<String> approving = CompletableFuture
                    .supplyAsync(() -> stateOf(() -> newsroom.approve(round, newsroom.reviewer)));
            Thread.sleep(300);
            other.connection.commit();
            assertEquals("QL003", approving.get(20, TimeUnit.SECONDS));
        }
    }

    // Editions

    @Test
    void whatIsNotApprovedIsNotPlanned() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        String insert = """
                insert into newsroom.edition (id, article, number, approval, revision, digest, kind, slug, from_at, planned_by, changed_by, state)
                select ?, v.article, 1, %s, v.number, v.digest, 'FIRST', 'maqala', now(), ?, ?, 'PLANNED'
                from newsroom.revision v where v.article = ?""";
        refused("QL007",
                () -> newsroom.run(insert.formatted("null"), uuid(), newsroom.publisher, newsroom.publisher, article));
        UUID elsewhere = newsroom.live();
        refused("QL007",
                () -> newsroom.run(
                        insert.formatted("(select id from newsroom.approval where article = '" + elsewhere + "')"),
                        uuid(), newsroom.publisher, newsroom.publisher, article));
    }

    @Test
    void anEditionIsExactlyItsApproval() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID approval = newsroom.approve(newsroom.submit(article, 1, Duration.ofHours(1)), newsroom.reviewer);
        UUID edition = newsroom.edition(approval, newsroom.publisher, Duration.ofHours(2));
        for (String column : new String[]{"revision = 2", "digest = sha256('x')", "kind = 'UPDATE'", "notice = 'x'",
                "slug = 'x'"}) {
            refused(DENIED, () -> newsroom.run("update newsroom.edition set " + column + " where id = ?", edition));
        }
        refused("QL007", () -> newsroom.run("update newsroom.edition set state = 'RELEASED' where id = ?", edition));
        refused("QL008", () -> newsroom.run("update newsroom.edition set from_at = now(), changed_by = ? where id = ?",
                newsroom.reviewer, edition));
        newsroom.run("update newsroom.edition set from_at = now() + interval '1 day', changed_by = ? where id = ?",
                newsroom.publisher, edition);
    }

    @Test
    void theApproversEditionIsNotEarlierThanWhatWasApproved() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID approval = newsroom.approve(newsroom.submit(article, 1, Duration.ofHours(1)), newsroom.reviewer);
        refused("QL008", () -> newsroom.edition(approval, newsroom.reviewer, Duration.ZERO));
        refused("QL008", () -> newsroom.edition(approval, newsroom.author, Duration.ofHours(2)));
        newsroom.edition(approval, newsroom.reviewer, Duration.ofHours(1));
    }

    @Test
    void aDeskThatWaitsForAPublisherWaits() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID approval = newsroom.approve(newsroom.submit(article, 1, null), newsroom.reviewer);
        newsroom.run("update newsroom.desk set publishes = 'BY_PUBLISHER' where id = ?", Newsroom.DESK);
        try {
            refused("QL008", () -> newsroom.edition(approval, newsroom.reviewer, Duration.ZERO));
            newsroom.edition(approval, newsroom.publisher, Duration.ZERO);
        } finally {
            newsroom.run("update newsroom.desk set publishes = 'ON_APPROVAL' where id = ?", Newsroom.DESK);
        }
    }

    // Releases

    @Test
    void nobodyWritesAReleaseOrAnAddress() throws SQLException {
        UUID article = newsroom.live();
        for (String table : new String[]{"release", "standing", "permalink"}) {
            refused(DENIED,
                    () -> newsroom.run(
                            "insert into newsroom." + table + " select * from newsroom." + table + " where article = ?",
                            article));
            refused(DENIED, () -> newsroom.run("delete from newsroom." + table + " where article = ?", article));
        }
        refused(DENIED,
                () -> newsroom.run("update newsroom.release set path = '/2026/01/01/x/' where article = ?", article));
        refused(DENIED, () -> newsroom.run("update newsroom.standing set live = true where article = ?", article));
        refused(DENIED,
                () -> newsroom.run("update newsroom.permalink set path = '/2026/01/01/x/' where article = ?", article));
    }

    @Test
    void twoStoriesWithOneHeadlineGetTwoAddresses() throws SQLException {
        UUID first = newsroom.live();
        UUID second = newsroom.live();
        String path = "select path from newsroom.standing where article = ?";
        assertNotEquals(newsroom.text(path, first), newsroom.text(path, second));
        assertTrue(newsroom.text(path, second).matches("/\\d{4}/\\d{2}/\\d{2}/maqala-\\d+/"));
    }

    @Test
    void nothingIsReleasedEarly() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Ертең");
        UUID approval = newsroom.approve(newsroom.submit(article, 1, Duration.ofHours(1)), newsroom.reviewer);
        UUID edition = newsroom.edition(approval, newsroom.reviewer, Duration.ofHours(1));
        newsroom.release();
        assertEquals("PLANNED", newsroom.state(edition));
        try (Connection site = TestDatabase.as("qalam_site")) {
            Newsroom.text(site, "select released from site.release_due()");
            assertEquals("nothing", Newsroom.text(site, "select path from site.story where article = ?", article));
            assertEquals("nothing", Newsroom.text(site, "select path from site.release where article = ?", article));
        }
    }

    @Test
    void aHoldThatCommitsFirstWins() throws Exception {
        UUID article = newsroom.article();
        UUID edition = newsroom.due(article);
        try (Newsroom other = new Newsroom()) {
            other.connection.setAutoCommit(false);
            other.run("update newsroom.edition set state = 'HELD', hold_reason = 'күту', changed_by = ? where id = ?",
                    newsroom.publisher, edition);
            newsroom.release();
            assertEquals("PLANNED", newsroom.state(edition), "what is being decided on is passed over");
            other.connection.commit();
        }
        newsroom.release();
        assertEquals("HELD", newsroom.state(edition));
    }

    @Test
    void whatWasReleasedFirstIsNotHeld() throws Exception {
        UUID edition = newsroom.due(newsroom.article());
        try (Newsroom other = new Newsroom()) {
            newsroom.connection.setAutoCommit(false);
            newsroom.release();
            CompletableFuture<String> holding = CompletableFuture.supplyAsync(() -> stateOf(() -> other.run(
                    "update newsroom.edition set state = 'HELD', hold_reason = 'кеш', changed_by = ? where id = ?",
                    newsroom.publisher, edition)));
            Thread.sleep(300);
            newsroom.connection.commit();
            newsroom.connection.setAutoCommit(true);
            assertEquals("QL009", holding.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void anOlderTextNeverComesOverANewerOne() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Ескі");
        UUID old = newsroom.edition(newsroom.approve(newsroom.submit(article, 1, null), newsroom.reviewer),
                newsroom.publisher, Duration.ofHours(1));
        newsroom.revision(article, 2, newsroom.author, "Жаңа");
        UUID fresh = newsroom.edition(newsroom.approve(newsroom.submit(article, 2, null), newsroom.reviewer),
                newsroom.reviewer, Duration.ZERO);
        newsroom.release();
        assertEquals("RELEASED", newsroom.state(fresh));
        assertEquals("VOID", newsroom.state(old));
        refused("QL009",
                () -> newsroom.run(
                        "update newsroom.edition set from_at = now(), state = 'PLANNED', changed_by = ? where id = ?",
                        newsroom.publisher, old));
        UUID again = newsroom.edition(
                UUID.fromString(
                        newsroom.text("select id from newsroom.approval where article = ? and revision = 1", article)),
                newsroom.publisher, Duration.ZERO);
        newsroom.release();
        assertEquals("VOID", newsroom.state(again));
        assertEquals(2, newsroom.number("select revision from newsroom.standing where article = ?", article));
    }

    @Test
    void nothingPlannedBeforeAWithdrawalGoesOutAfterIt() throws SQLException {
        UUID article = newsroom.live();
        newsroom.revision(article, 2, newsroom.author, "Жаңа");
        UUID planned = newsroom.edition(newsroom.approve(newsroom.submit(article, 2, null), newsroom.reviewer),
                newsroom.publisher, Duration.ofHours(1));
        UUID held = planned;
        UUID withdrawal = newsroom.withdrawal(article, newsroom.publisher);
        newsroom.release();
        assertEquals("RELEASED", newsroom.state(withdrawal));
        assertEquals("VOID", newsroom.state(held));
        UUID after = newsroom.edition(
                UUID.fromString(
                        newsroom.text("select id from newsroom.approval where article = ? and revision = 2", article)),
                newsroom.publisher, Duration.ZERO);
        newsroom.release();
        assertEquals("RELEASED", newsroom.state(after), "what a publisher plans after it does");
    }

    @Test
    void aWithdrawalNeedsAPublisherAndSomethingLive() throws SQLException {
        UUID article = newsroom.live();
        refused("QL008", () -> newsroom.withdrawal(article, newsroom.reviewer));
        UUID draft = newsroom.article();
        newsroom.revision(draft, 1, newsroom.author, "Жоба");
        refused("QL007", () -> newsroom.withdrawal(draft, newsroom.publisher));
        newsroom.withdrawal(article, newsroom.publisher);
    }

    @Test
    void oneBadEditionNeverBlocksTheOthers() throws SQLException {
        UUID bad = newsroom.due(newsroom.article());
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            Newsroom.run(owner, "alter table newsroom.permalink add constraint unlucky check (article <> '"
                    + newsroom.text("select article from newsroom.edition where id = ?", bad) + "')");
            UUID good = newsroom.due(newsroom.article());
            newsroom.release();
            assertEquals("PLANNED", newsroom.state(bad));
            assertEquals("23514", newsroom.text("select fault from newsroom.edition where id = ?", bad));
            assertEquals("RELEASED", newsroom.state(good));
            Newsroom.run(owner, "alter table newsroom.permalink drop constraint unlucky");
        }
        newsroom.run("update newsroom.edition set from_at = now(), changed_by = ? where id = ?", newsroom.publisher,
                bad);
        newsroom.release();
        assertEquals("RELEASED", newsroom.state(bad));
    }

    @Test
    void releasesAreNumberedInOneOrderWithoutAGap() throws Exception {
        int before = newsroom.number("select coalesce(max(number), 0) from newsroom.release");
        for (int i = 0; i < 20; i++) {
            newsroom.due(newsroom.article());
        }
        CompletableFuture<?>[] releasing = new CompletableFuture<?>[4];
        for (int i = 0; i < releasing.length; i++) {
            releasing[i] = CompletableFuture.runAsync(() -> {
                try (Newsroom other = new Newsroom()) {
                    other.release();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        CompletableFuture.allOf(releasing).get(30, TimeUnit.SECONDS);
        newsroom.release();
        assertEquals(before + 20, newsroom.number("select count(*) from newsroom.release"));
        assertEquals(before + 20, newsroom.number("select max(number) from newsroom.release"));
        assertEquals(0, newsroom.number("""
                select count(*) from newsroom.release r join newsroom.release p on p.number = r.number - 1
                where r.previous is distinct from p.hash or r.released_at < p.released_at"""));
    }

    @Test
    void aHeldHousePublishesNothingUntilItsOwnerSaysSo() throws SQLException {
        UUID live = newsroom.live();
        UUID article = newsroom.article();
        try (Connection owner = TestDatabase.as("qalam_owner"); Connection site = TestDatabase.as("qalam_site")) {
            Newsroom.text(owner, "select newsroom.hold_house('RESTORED', now())");
            UUID due = newsroom.due(article);
            assertEquals(0, newsroom.release());
            assertEquals("0", Newsroom.text(site, "select released from site.release_due()"));
            assertEquals("PLANNED", newsroom.state(due));
            assertEquals("QL050", newsroom.text("select fault from newsroom.edition where id = ?", due));
            assertEquals("nothing", Newsroom.text(site, "select path from site.story where article = ?", article));
            refused(DENIED, () -> newsroom.text("select newsroom.resume_house()"));
            refused(DENIED, () -> newsroom.run("update newsroom.house set held_at = null, held_because = null"));
            refused(DENIED, () -> newsroom.run("delete from newsroom.house"));
            refused(DENIED, () -> Newsroom.text(site, "select newsroom.resume_house()"));
            refused("QL001", () -> Newsroom.run(owner, "delete from newsroom.house"));
            assertEquals("t", Newsroom.text(site, "select held from site.house"));
            assertEquals("null", Newsroom.text(site, "select copy from site.story where article = ?", live),
                    "what was live in the backup is shown to nobody");
            refused("QL050", () -> newsroom.run("update newsroom.section set name_kk = 'Өнер' where slug = 'sport'"));
            int spelling = newsroom.lexicon(newsroom.author, "қалпына");
            refused("QL050", () -> newsroom.approveLexicon(spelling, newsroom.reviewer));
            newsroom.withdrawal(live, newsroom.publisher);
            assertEquals(1, newsroom.release(), "what takes away goes out");

            assertEquals("t", Newsroom.text(owner, "select newsroom.resume_house()"));
            assertEquals("f", Newsroom.text(owner, "select newsroom.resume_house()"));
            assertEquals(1, newsroom.release(), "at once, however often it tried in vain");
            assertEquals("RELEASED", newsroom.state(due));
            assertEquals("f", Newsroom.text(site, "select held from site.house"));
            assertNotEquals("null", Newsroom.text(site, "select copy from site.story where article = ?", article));
            newsroom.approveLexicon(spelling, newsroom.reviewer);
        }
    }

    @Test
    void whatReadersHaveSeenIsMarkedByReleasesAlone() throws SQLException {
        UUID article = newsroom.live();
        refused(DENIED, () -> newsroom
                .run("insert into newsroom.live_mark (mark, article, revision) values (1, ?, 1)", article));
        refused(DENIED, () -> newsroom
                .run("insert into newsroom.version_shown (picture, version) values (gen_random_uuid(), 1)"));
        newsroom.revision(article, 2, newsroom.author, "Екінші");
        newsroom.run("insert into newsroom.text_sketch (article, revision, analysis, sketch, marks) values"
                + " (?, 2, 1, array_fill(7, array[48]), array[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])",
                article);
        assertEquals(0, newsroom.number("select count(*) from newsroom.live_mark where article = ?", article),
                "what is being written is not marked");
        refused("QL061",
                () -> newsroom.run("insert into newsroom.text_sketch (article, revision, analysis, sketch, marks)"
                        + " values (?, 3, 1, '{}', '{}')", article));
    }

    // Redaction

    @Test
    void onlyTheOwnerRedacts() throws SQLException {
        UUID article = newsroom.live();
        refused(DENIED, () -> newsroom.text("select newsroom.redact(?, null, 'сот', 'x')", article));
        refused(DENIED, () -> newsroom
                .run("insert into newsroom.redaction (article, revision, ordered) values (?, 1, 'сот')", article));
        refused(DENIED, () -> newsroom.run("update newsroom.revision set bytes = null, copy = null where article = ?",
                article));
    }

    @Test
    void whatIsRedactedIsGoneAndLeavesATombstone() throws SQLException {
        UUID article = newsroom.live();
        String digest = newsroom.text("select digest from newsroom.revision where article = ? and number = 1", article);
        newsroom.revision(article, 2, newsroom.author, "Екінші");
        UUID second = newsroom.approve(newsroom.submit(article, 2, null), newsroom.reviewer);
        UUID planned = newsroom.edition(second, newsroom.publisher, Duration.ofHours(1));
        newsroom.revision(article, 3, newsroom.author, "Үшінші");
        UUID round = newsroom.submit(article, 3, null);
        newsroom.run("update newsroom.review set verdict = 'CHANGES_REQUESTED', decided_by = ?, decided_at = now(),"
                + " note = 'бұл да құпия' where id = ?", newsroom.reviewer, round);
        try (Connection owner = TestDatabase.as("qalam_owner"); Connection site = TestDatabase.as("qalam_site")) {
            assertEquals("3", Newsroom.text(owner,
                    "select newsroom.redact(?, null, 'сот шешімі', 'u-" + newsroom.reviewer + "')", article));
            assertEquals(3, newsroom.number(
                    "select count(*) from newsroom.revision where article = ? and bytes is null and copy is null",
                    article));
            assertEquals(digest,
                    newsroom.text("select digest from newsroom.revision where article = ? and number = 1", article));
            assertEquals(3, newsroom.number(
                    "select count(*) from newsroom.redaction where article = ? and ordered = 'сот шешімі'", article));
            assertEquals("null", newsroom.text("select note from newsroom.review where id = ?", round));
            assertEquals("VOID", newsroom.state(planned));
            assertEquals("redacted-2", newsroom.text("select slug from newsroom.edition where id = ?", planned),
                    "the headline in Latin letters");
            assertNotEquals("redacted-1", newsroom
                    .text("select slug from newsroom.edition where article = ? and number = 1", article),
                    "the address that readers had stays");
            assertEquals("f", newsroom.text("select live from newsroom.standing where article = ?", article));
            assertEquals("null", Newsroom.text(site, "select copy from site.story where article = ?", article));
            assertEquals("", newsroom.text("select headline from newsroom.article where id = ?", article));
            assertEquals(4, newsroom.number("select revision from newsroom.article where id = ?", article),
                    "the story can still be opened");

            refused("QL051", () -> newsroom.revision(article, 5, newsroom.author, "Екінші"));
            UUID again = newsroom.edition(second, newsroom.publisher, Duration.ZERO);
            newsroom.release();
            assertEquals("VOID", newsroom.state(again), "a redacted text is never released");
            for (String undo : new String[]{"delete from newsroom.redaction where article = ?",
                    "update newsroom.redaction set ordered = 'x' where article = ?"}) {
                refused(DENIED, () -> newsroom.run(undo, article));
                refused("QL001", () -> Newsroom.run(owner, undo, article));
            }
            refused("QL001", () -> Newsroom.run(owner,
                    "update newsroom.revision set bytes = 'x' where article = ? and number = 1", article));
            assertEquals("0", Newsroom.text(owner,
                    "select newsroom.redact(?, '{1}', 'тағы да', 'u-" + newsroom.reviewer + "')", article));
            assertEquals("0", Newsroom.text(owner,
                    "select count(*) from pg_trigger where tgrelid::regclass::text like 'newsroom.%' and tgenabled <> 'O'"),
                    "every guard is on again");
            refused("QL052", () -> Newsroom.text(owner, "select newsroom.redact(?, null, 'сот', 'u')", uuid()));
            refused("QL053", () -> Newsroom.text(owner, "select newsroom.redact(?, null, 'сот', 'u')", article));
            refused("QL054", () -> Newsroom.text(owner,
                    "select newsroom.redact(?, '{9}', 'сот', 'u-" + newsroom.reviewer + "')", article));
        }
    }

    @Test
    void whatElseWasKeptOfARedactedTextGoesToo() throws SQLException {
        UUID article = newsroom.article();
        byte[] bytes = """
                {"headline":"Құпия","language":"kk","tags":["Құпия тег"],"bylines":[{"name":"Құпия Автор"}]}"""
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        newsroom.run("insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)"
                + " values (?, 1, ?, ?, ?, array[?], 'WRITTEN')", article, bytes, Newsroom.digest(bytes),
                newsroom.author, newsroom.author);
        newsroom.run("insert into newsroom.note (id, article, revision, said, author) values (?, ?, 1, 'Құпия', ?)",
                uuid(), article, newsroom.reviewer);
        String stand = "insert into newsroom.stet (id, article, grounds, kind, message, words, let_by)"
                + " values (?, ?, sha256('a'), 'spelling', 'unknown', 'Құпия', ?)";
        newsroom.run(stand, uuid(), article, newsroom.author);
        refused(UNIQUE, () -> newsroom.run(stand, uuid(), article, newsroom.author));
        refused(DENIED, () -> newsroom.run("update newsroom.stet set words = 'Ашық' where article = ?", article));
        newsroom.edition(newsroom.approve(newsroom.submit(article, 1, null), newsroom.reviewer), newsroom.reviewer,
                Duration.ZERO);
        newsroom.release();
        assertEquals("1", newsroom.text("select count(*) from newsroom.tag where name = 'Құпия тег'"));
        refused(DENIED, () -> newsroom.run("delete from newsroom.note where article = ?", article));
        try (Connection owner = TestDatabase.as("qalam_owner"); Connection site = TestDatabase.as("qalam_site")) {
            refused("QL001", () -> Newsroom.run(owner, "delete from newsroom.note where article = ?", article));
            Newsroom.run(site, "insert into site.target (name) values ('redacted-test')");
            long before = Long.parseLong(Newsroom.text(site, "select number from site.redactions"));
            Newsroom.text(owner, "select newsroom.redact(?, null, 'сот', 'u-" + newsroom.reviewer + "')", article);
            assertEquals("0", newsroom.text("select count(*) from newsroom.note where article = ?", article));
            assertEquals("0", newsroom.text("select count(*) from newsroom.stet where article = ?", article));
            refused(DENIED, () -> Newsroom.text(site, "select count(*) from newsroom.stet"));
            String tick = "select released from site.release_due()";
            Newsroom.text(site, tick);
            assertEquals("3", newsroom.text("select count(*) from newsroom.seat where article = ?", article),
                    "until every site has followed: by them it finds its pages");
            assertEquals(String.valueOf(before + 1), Newsroom.text(site, "select number from site.redactions"));
            refused(DENIED, () -> Newsroom.text(site, "select ordered from newsroom.redaction"));
            Newsroom.run(site, "update site.target set position = (select max(number) from site.release)");
            Newsroom.text(site, tick);
            assertEquals("DAY", newsroom.text("select string_agg(kind, ' ') from newsroom.seat where article = ?",
                    article));
            assertEquals("0", newsroom.text("select count(*) from newsroom.tag where name = 'Құпия тег'"));
            Newsroom.run(owner, "delete from site.target where name = 'redacted-test'");
        }
    }

    @Test
    void aRedactedRevisionIsNotApproved() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Құпия");
        UUID round = newsroom.submit(article, 1, null);
        newsroom.text("select newsroom.set_expiry(?, now() + interval '1 day', 'Құпия туралы ескертпе', ?)", article,
                newsroom.publisher);
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            Newsroom.text(owner, "select newsroom.redact(?, '{1}', 'сот', 'u-" + newsroom.reviewer + "')", article);
            assertEquals("0", newsroom.text("select count(*) from newsroom.expiry where article = ?", article));
        }
        refused("QL003", () -> newsroom.approve(round, newsroom.reviewer));
        refused("QL003", () -> newsroom.submit(article, 1, null));
    }

    @Test
    void releasingNeedsReadCommitted() throws SQLException {
        newsroom.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        refused("QL010", () -> newsroom.release());
    }

    // The site's role

    @Test
    void theSiteReadsNothingButWhatIsReleased() throws SQLException {
        UUID live = newsroom.live();
        newsroom.revision(live, 2, newsroom.author, "Жаңа жоба");
        try (Connection site = TestDatabase.as("qalam_site")) {
            for (String table : new String[]{"article", "revision", "review", "approval", "edition", "release",
                    "standing", "trail", "person", "membership", "desk", "imported", "permalink", "redaction",
                    "house"}) {
                refused(DENIED, () -> Newsroom.text(site, "select * from newsroom." + table));
            }
            refused(DENIED, () -> Newsroom.text(site, "select released from newsroom.release_due()"));
            assertTrue(Newsroom.text(site, "select convert_from(copy, 'UTF8') from site.story where article = ?", live)
                    .contains("Бірінші"));
            refused(DENIED, () -> Newsroom.run(site, "update site.section set name_kk = 'x'"));
            refused(DENIED, () -> Newsroom.run(site, "create table site.mine (x int)"));
            refused(DENIED, () -> Newsroom.run(site, "create temp table mine (x int)"));
            newsroom.withdrawal(live, newsroom.publisher);
            newsroom.release();
            assertEquals("null", Newsroom.text(site, "select copy from site.story where article = ?", live),
                    "a withdrawn text is unreadable");
        }
    }

    @Test
    void noLeakyConditionSeesARowThatTheViewHides() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Құпия жоба");
        try (Connection site = TestDatabase.as("qalam_site")) {
            Newsroom.text(site,
                    "select count(*) from site.story where 1 / (case when convert_from(copy, 'UTF8') like '%Құпия%' then 0 else 1 end) = 1");
        }
    }

    // The trail

    @Test
    void theTrailIsNeverRewritten() throws SQLException {
        UUID chain = uuid();
        newsroom.run("insert into newsroom.trail (chain, act) values (?, 'article.started')", chain);
        newsroom.run("insert into newsroom.trail (chain, act) values (?, 'revision.saved')", chain);
        assertEquals("t", newsroom.text(
                "select b.previous = a.hash from newsroom.trail a join newsroom.trail b on b.chain = a.chain and b.seq = 2 where a.chain = ? and a.seq = 1",
                chain));
        refused(DENIED, () -> newsroom.run("update newsroom.trail set act = 'x.y' where chain = ?", chain));
        refused(DENIED, () -> newsroom.run("delete from newsroom.trail where chain = ?", chain));
        refused(DENIED, () -> newsroom
                .run("insert into newsroom.trail (chain, seq, at, act, hash) values (?, 9, now(), 'a.b', 'x')", chain));
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            refused("QL001", () -> Newsroom.run(owner, "delete from newsroom.trail where chain = ?", chain));
        }
    }

    // Ends

    @Test
    void anEndIsSetByAPublisherAndWithdrawsNothingEarly() throws SQLException {
        UUID article = newsroom.live();
        String set = "select newsroom.set_expiry(?, now() + interval '1 hour', null, ?)";
        refused("QL008", () -> newsroom.text(set, article, newsroom.second));
        refused("QL064", () -> newsroom.text("select newsroom.set_expiry(?, now(), null, ?)", article,
                newsroom.publisher));
        refused(DENIED,
                () -> newsroom.run("insert into newsroom.expiry (article, ends_at, set_by) values (?, now(), ?)",
                        article, newsroom.publisher));
        newsroom.text(set, article, newsroom.publisher);
        refused(DENIED, () -> newsroom.run("update newsroom.expiry set ends_at = now()"));
        refused(DENIED, () -> newsroom.run("delete from newsroom.expiry"));
        refused(DENIED, () -> newsroom.text("select newsroom.expire_due()"));
        refused("QL008", () -> newsroom.withdrawal(article, newsroom.reviewer));
        try (Connection site = TestDatabase.as("qalam_site")) {
            Newsroom.text(site, "select released from site.release_due()");
            refused(DENIED, () -> Newsroom.run(site, "select * from newsroom.expiry"));
        }
        assertEquals("t", newsroom.text("select live from newsroom.standing where article = ?", article));
    }

    // Tags

    @Test
    void tagsAreNamedByWhoDecidesOnWhatGoesOut() throws SQLException {
        UUID tag = uuid();
        String start = "select newsroom.start_tag(?, ?, ?, ?)";
        refused("QL066", () -> newsroom.text(start, tag, "Ақтау", "aqtau", newsroom.author));
        newsroom.text(start, tag, "Ақтау", "aqtau", newsroom.publisher);
        refused("QL063", () -> newsroom.text(start, uuid(), "АҚТАУ", "aqtau", newsroom.publisher));
        String rename = "select newsroom.rename_tag(?, 'Ақтөбе', 'aqtobe', ?)";
        refused("QL066", () -> newsroom.text(rename, tag, newsroom.second));
        refused(DENIED, () -> newsroom.run("update newsroom.tag set name = 'Ақтөбе'"));
        refused(DENIED, () -> newsroom.run("update newsroom.tag_name set tag = ?", tag));
        refused(DENIED, () -> newsroom.run("insert into newsroom.tag_address values ('x', ?)", tag));
        refused(DENIED, () -> newsroom.run("delete from newsroom.tag_name"));
        refused(DENIED, () -> newsroom.run("update newsroom.seat set name = ?", tag.toString()));
        newsroom.text(rename, tag, newsroom.publisher);
        assertEquals("Ақтөбе", newsroom.text("select name from newsroom.tag where id = ?", tag));
        assertEquals("2", newsroom.text("select count(*) from newsroom.tag_address where tag = ?", tag));
        UUID other = uuid();
        newsroom.text(start, other, "Ақтоғай", "aqtau", newsroom.publisher);
        assertEquals("aqtau-2", newsroom.text("select slug from newsroom.tag where id = ?", other),
                "an address once given is no other's");
        UUID stop = uuid();
        newsroom.run("insert into newsroom.release_stop (id, reason, stopped_by) values (?, 'сынақ', ?)", stop,
                newsroom.publisher);
        refused("QL042",
                () -> newsroom.text("select newsroom.merge_tags(?, ?, ?)", other, tag, newsroom.publisher));
        newsroom.run("update newsroom.release_stop set ended_by = ?, ended_at = now() where id = ?",
                newsroom.publisher, stop);
        refused("QL062", () -> newsroom.text("select newsroom.merge_tags(?, ?, ?)", tag, tag, newsroom.publisher));
        newsroom.text("select newsroom.merge_tags(?, ?, ?)", other, tag, newsroom.publisher);
        assertEquals("3", newsroom.text("select count(*) from newsroom.tag_address where tag = ?", tag));
    }

    @Test
    void theSiteKnowsTheTagsOfWhatIsReleasedOnly() throws SQLException {
        newsroom.text("select newsroom.start_tag(?, 'Құпия тақырып', 'qupiia-taqyryp', ?)", uuid(),
                newsroom.publisher);
        try (Connection site = TestDatabase.as("qalam_site")) {
            assertEquals("0", Newsroom.text(site, "select count(*) from site.tag where key = 'құпия тақырып'"));
            refused(DENIED, () -> Newsroom.run(site, "select * from newsroom.tag_name"));
            refused(DENIED, () -> Newsroom.run(site, "select * from newsroom.tag"));
            refused(DENIED, () -> Newsroom.text(site, "select newsroom.give_address(?, 'x')", uuid()));
            assertEquals("null", Newsroom.text(site, """
                    select site.address_tag((select id from (values (?::uuid)) v (id)), 'x')""", uuid()));
        }
    }

    @Test
    void publicMayNotEvenConnect() throws SQLException {
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            assertEquals("f", Newsroom.text(owner,
                    """
                            select exists (select from aclexplode((select datacl from pg_database where datname = current_database())) a
                            where a.grantee = 0)"""));
        }
    }

    private static UUID uuid() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    private static void refused(String sqlState, Executable attempt) {
        SQLException refusal = assertThrows(SQLException.class, attempt);
        assertEquals(sqlState, refusal.getSQLState(), refusal.getMessage());
    }

    private interface Attempt {
        Object make() throws SQLException;
    }

    private static String stateOf(Attempt attempt) {
        try {
            attempt.make();
            return "done";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
