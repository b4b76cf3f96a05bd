package kz.qalam.core.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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

/** What the database guarantees of freezes and of the staff, tried with bare SQL as the application's own role. */
class AdministrationTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    private static final String DENIED = "42501";

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
        newsroom.run("update newsroom.release_stop set ended_by = ? where ended_at is null", newsroom.publisher);
        newsroom.release();
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            Newsroom.run(owner, "alter table newsroom.membership disable trigger keep_an_admin");
            Newsroom.run(owner, "delete from newsroom.membership where role = 'ADMIN'");
            Newsroom.run(owner, "alter table newsroom.membership enable trigger keep_an_admin");
        }
        newsroom.close();
    }

    // Freeze

    @Test
    void nothingGoesOutDuringAFreezeButWithdrawals() throws SQLException {
        UUID shown = newsroom.live();
        UUID due = newsroom.due(newsroom.article());
        UUID stop = freeze(newsroom.publisher);
        assertEquals(0, newsroom.release());
        assertEquals("PLANNED", newsroom.state(due));
        assertEquals("null", newsroom.text("select next_at from newsroom.release_due()"),
                "nobody is to ask again soon");
        UUID withdrawal = newsroom.withdrawal(shown, newsroom.publisher);
        assertEquals(1, newsroom.release());
        assertEquals("RELEASED", newsroom.state(withdrawal));
        assertEquals("null", newsroom.text("select fault from newsroom.edition where id = ?", due), "it did not fail");
        newsroom.run("update newsroom.release_stop set ended_by = ? where id = ?", newsroom.publisher, stop);
        assertEquals(1, newsroom.release());
        assertEquals("RELEASED", newsroom.state(due));
    }

    @Test
    void noSpellingAndNoSectionChangesDuringAFreeze() throws SQLException {
        int version = newsroom.lexicon(newsroom.author, "мұздатылған");
        freeze(newsroom.publisher);
        refused("QL042", () -> newsroom.approveLexicon(version, newsroom.reviewer));
        refused("QL042", () -> newsroom.run("update newsroom.section set name_kk = 'Өнер' where slug = 'sport'"));
        refused("QL042", () -> newsroom.run("update newsroom.section set position = 9 where slug = 'sport'"));
        refused("QL042", () -> newsroom.run("insert into newsroom.section (slug, name_kk, name_ru, name_en, position)"
                + " values ('muz', 'Мұз', 'Лёд', 'Ice', 40)"));
        newsroom.run("update newsroom.release_stop set ended_by = ? where ended_at is null", newsroom.publisher);
        newsroom.approveLexicon(version, newsroom.reviewer);
        newsroom.run("update newsroom.section set position = position where slug = 'sport'");
    }

    // Sections

    private void section(String slug) throws SQLException {
        newsroom.run(
                "insert into newsroom.section (slug, name_kk, name_ru, name_en, position) values (?, 'а', 'а', 'a', 50)",
                slug);
    }

    private int revision(UUID article, int number, String section) throws SQLException {
        byte[] bytes = "{\"headline\":\"Айдары бар %d\",\"language\":\"kk\",\"section\":\"%s\"}"
                .formatted(number, section).getBytes(StandardCharsets.UTF_8);
        return newsroom.run("insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)"
                + " values (?, ?, ?, sha256(?), ?, '{}', 'WRITTEN')", article, number, bytes, bytes, newsroom.author);
    }

    @Test
    void aMergedSectionLeadsToOneThatStandsAndNeitherItNorAClosedOneTakesAStory() throws SQLException {
        UUID admin = admin();
        section("a");
        section("b");
        section("c");
        UUID before = newsroom.article();
        revision(before, 1, "a");
        newsroom.approve(newsroom.submit(before, 1, null), newsroom.reviewer);

        for (UUID other : List.of(newsroom.author, newsroom.reviewer, newsroom.publisher)) {
            refused("QL075", () -> newsroom.text("select newsroom.merge_sections('a', 'b', ?)", other));
            refused("QL075", () -> newsroom.text("select newsroom.move_section('a', 'd', ?)", other));
            refused("QL075", () -> newsroom.text("select newsroom.close_section('a', true, ?)", other));
        }
        refused(DENIED, () -> newsroom.run("update newsroom.section set merged_into = 'b' where slug = 'a'"));
        refused(DENIED, () -> newsroom.run("update newsroom.section set closed_at = now()"));
        refused(DENIED, () -> newsroom.run("update newsroom.section set slug = 'z' where slug = 'a'"));
        refused(DENIED, () -> newsroom.run("delete from newsroom.section where slug = 'a'"));
        refused(DENIED, () -> newsroom.text("select newsroom.absorb_section('a', 'b')"));
        refused(DENIED, () -> newsroom.text("select newsroom.join_lists('SECTION', 'a', 'b')"));
        UUID stop = freeze(newsroom.publisher);
        refused("QL042", () -> newsroom.text("select newsroom.merge_sections('a', 'b', ?)", admin));
        refused("QL042", () -> newsroom.text("select newsroom.close_section('a', true, ?)", admin));
        newsroom.run("update newsroom.release_stop set ended_by = ? where id = ?", newsroom.publisher, stop);

        newsroom.text("select newsroom.merge_sections('a', 'b', ?)", admin);
        refused("QL076", () -> newsroom.text("select newsroom.merge_sections('a', 'c', ?)", admin));
        refused("QL076", () -> newsroom.text("select newsroom.merge_sections('c', 'a', ?)", admin));
        refused("QL076", () -> newsroom.text("select newsroom.merge_sections('c', 'c', ?)", admin));
        refused("QL076", () -> newsroom.text("select newsroom.move_section('c', 'a', ?)", admin));
        refused("23505", () -> section("a"));
        newsroom.text("select newsroom.merge_sections('b', 'c', ?)", admin);
        assertEquals("{c,c}", newsroom.text(
                "select array_agg(merged_into order by slug)::text from newsroom.section where slug in ('a', 'b')"));
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            refused("QL073",
                    () -> Newsroom.run(owner, "update newsroom.section set merged_into = 'b' where slug = 'a'"));
            refused("QL073",
                    () -> Newsroom.run(owner, "update newsroom.section set merged_into = null where slug = 'a'"));
            refused("QL073",
                    () -> Newsroom.run(owner, "update newsroom.section set merged_into = 'sport' where slug = 'c'"));
        }

        UUID later = newsroom.article();
        refused("QL074", () -> revision(later, 1, "a"));
        revision(before, 2, "a");
        newsroom.text("select newsroom.close_section('c', true, ?)", admin);
        refused("QL076", () -> newsroom.text("select newsroom.merge_sections('sport', 'c', ?)", admin));
        refused("QL074", () -> revision(later, 1, "c"));
        assertEquals(1, revision(later, 1, "sport"));
        refused("QL074", () -> revision(later, 2, "c"));
        revision(before, 3, "c");
        UUID edition = newsroom.edition(newsroom.approve(newsroom.submit(before, 3, null), newsroom.reviewer),
                newsroom.reviewer, Duration.ZERO);
        assertEquals(1, newsroom.release());
        assertEquals("RELEASED", newsroom.state(edition));
        assertEquals("c", newsroom.text("select section from newsroom.standing where article = ?", before));
        newsroom.text("select newsroom.close_section('c', false, ?)", admin);
        revision(later, 2, "c");
    }

    @Test
    void atAClosedDeskNoStoryBeginsAndTheLastOpenOneStays() throws SQLException {
        UUID admin = admin();
        UUID other = UUID.randomUUID();
        newsroom.run("insert into newsroom.desk (id, slug, name) values (?, 'zhabyq', 'Жабық')", other);
        refused("QL075", () -> newsroom.text("select newsroom.close_desk(?, true, ?)", other, newsroom.publisher));
        refused(DENIED, () -> newsroom.run("update newsroom.desk set closed_at = now()"));
        UUID before = newsroom.article();
        newsroom.text("select newsroom.close_desk(?, true, ?)", Newsroom.DESK, admin);
        refused("QL077", () -> newsroom.article());
        refused("QL078", () -> newsroom.text("select newsroom.close_desk(?, true, ?)", other, admin));
        newsroom.due(before);
        assertEquals(1, newsroom.release(), "what there is goes on");
        newsroom.text("select newsroom.close_desk(?, false, ?)", Newsroom.DESK, admin);
        newsroom.article();
    }

    @Test
    void onlyAPublisherOrAnAdminFreezesAndAStopStaysOnRecord() throws SQLException {
        refused("QL041", () -> freeze(newsroom.author));
        refused("QL041", () -> freeze(newsroom.reviewer));
        UUID stop = freeze(newsroom.publisher);
        refused("23505", () -> freeze(newsroom.publisher));
        refused("QL041", () -> newsroom.run("update newsroom.release_stop set ended_by = ? where id = ?",
                newsroom.author, stop));
        refused(DENIED, () -> newsroom.run("delete from newsroom.release_stop"));
        refused(DENIED, () -> newsroom.run("update newsroom.release_stop set reason = 'x'"));
        newsroom.run("update newsroom.release_stop set ended_by = ? where id = ?", newsroom.publisher, stop);
        refused("QL040", () -> newsroom.run("update newsroom.release_stop set ended_by = ? where id = ?",
                newsroom.publisher, stop));
        try (Connection owner = TestDatabase.as("qalam_owner")) {
            refused("QL001", () -> Newsroom.run(owner, "delete from newsroom.release_stop where id = ?", stop));
        }
    }

    @Test
    void whatFreezesFirstWinsOverAReleaseThatWaitsForItsLock() throws Exception {
        UUID due = newsroom.due(newsroom.article());
        try (Newsroom other = new Newsroom()) {
            newsroom.connection.setAutoCommit(false);
            freeze(newsroom.publisher);
            CompletableFuture<Integer> releasing = CompletableFuture.supplyAsync(() -> {
                try {
                    return other.release();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (newsroom.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            newsroom.connection.commit();
            newsroom.connection.setAutoCommit(true);
            assertEquals(0, releasing.get(20, TimeUnit.SECONDS));
        }
        assertEquals("PLANNED", newsroom.state(due));
    }

    // Staff

    @Test
    void whoIsSuspendedDecidesNothing() throws SQLException {
        UUID article = newsroom.article();
        newsroom.revision(article, 1, newsroom.author, "Мәтін");
        UUID round = newsroom.submit(article, 1, null);
        suspend(newsroom.reviewer);
        refused("QL004", () -> newsroom.approve(round, newsroom.reviewer));
        suspend(newsroom.publisher);
        refused("QL041", () -> freeze(newsroom.publisher));
        newsroom.run("update newsroom.person set suspended_at = null, suspended_by = null where id in (?, ?)",
                newsroom.reviewer, newsroom.publisher);
        newsroom.approve(round, newsroom.reviewer);
    }

    @Test
    void theLastAdminStays() throws SQLException {
        UUID first = admin();
        refused("QL043", () -> newsroom.run("delete from newsroom.membership where role = 'ADMIN'"));
        refused("QL043", () -> newsroom.run("update newsroom.membership set person = ? where role = 'ADMIN'",
                newsroom.author));
        refused("QL043", () -> suspend(first));
        UUID second = admin();
        refused("QL043", () -> newsroom.run("delete from newsroom.membership where role = 'ADMIN'"));
        suspend(second);
        refused("QL043", () -> newsroom.run("delete from newsroom.membership where person = ?", first));
        newsroom.run("delete from newsroom.membership where person = ?", second);
    }

    @Test
    void twoAdminsDoNotRemoveEachOther() throws Exception {
        UUID first = admin();
        UUID second = admin();
        try (Newsroom other = new Newsroom()) {
            newsroom.connection.setAutoCommit(false);
            newsroom.run("delete from newsroom.membership where person = ? and role = 'ADMIN'", first);
            CompletableFuture<String> removing = CompletableFuture.supplyAsync(() -> {
                try {
                    other.run("delete from newsroom.membership where person = ? and role = 'ADMIN'", second);
                    return "removed";
                } catch (SQLException e) {
                    return e.getSQLState();
                }
            });
            while (newsroom.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            newsroom.connection.commit();
            newsroom.connection.setAutoCommit(true);
            assertEquals("QL043", removing.get(20, TimeUnit.SECONDS));
        }
    }

    private UUID admin() throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        newsroom.run("insert into newsroom.person (id, subject, username, name) values (?, ?, ?, 'Әкімші')", id,
                id.toString(), "a-" + id);
        newsroom.run("insert into newsroom.membership (person, role) values (?, 'ADMIN')", id);
        return id;
    }

    private void suspend(UUID person) throws SQLException {
        newsroom.run("update newsroom.person set suspended_at = clock_timestamp(), suspended_by = ? where id = ?",
                newsroom.author, person);
    }

    private UUID freeze(UUID by) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        newsroom.run("insert into newsroom.release_stop (id, reason, stopped_by) values (?, 'Қате шықты', ?)", id, by);
        return id;
    }

    private static void refused(String sqlState, Executable attempt) {
        SQLException refusal = assertThrows(SQLException.class, attempt);
        assertEquals(sqlState, refusal.getSQLState(), refusal.getMessage());
    }
}
