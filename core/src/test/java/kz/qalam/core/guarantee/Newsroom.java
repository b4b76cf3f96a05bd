package kz.qalam.core.guarantee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.TestDatabase;

/** The newsroom's tables, written by bare SQL as the application's own role: what a bug or a bulk script could do. */
final class Newsroom implements AutoCloseable {

    static final UUID DESK = UUID.fromString("01931000-0000-7000-8000-000000000001");

    final Connection connection;
    final UUID author = person("AUTHOR");
    final UUID second = person("AUTHOR", "EDITOR", "REVIEWER");
    final UUID reviewer = person("REVIEWER");
    final UUID publisher = person("PUBLISHER");

    Newsroom() throws SQLException {
        connection = TestDatabase.as("qalam_newsroom");
    }

    private static UUID person(String... roles) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        try (Connection newsroom = TestDatabase.as("qalam_newsroom")) {
            run(newsroom, "insert into newsroom.person (id, subject, username, name) values (?, ?, ?, ?)", id,
                    id.toString(), "u-" + id, "Адам");
            for (String role : roles) {
                run(newsroom, "insert into newsroom.membership values (?, ?, ?)", id, DESK, role);
            }
        }
        return id;
    }

    UUID article() throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("insert into newsroom.article (id, desk, author, started_by) values (?, ?, ?, ?)", id, DESK, author,
                author);
        return id;
    }

    /** A version of the exception lexicon after the newest; its writers are lied about. */
    int lexicon(UUID author, String stem) throws SQLException {
        int number = (int) number("select coalesce(max(number), 0) + 1 from newsroom.lexicon_version");
        run("insert into newsroom.lexicon_version (number, entries, author, writers) values (?, cast(? as jsonb), ?, array[?])",
                number, "[{\"stem\":\"" + stem + "\",\"latin\":\"x\"}]", author, publisher);
        return number;
    }

    void approveLexicon(int version, UUID by) throws SQLException {
        run("insert into newsroom.lexicon_approval (version, decided_by) values (?, ?)", version, by);
    }

    void returnLexicon(int version, UUID by) throws SQLException {
        run("insert into newsroom.lexicon_return (version, decided_by, remark) values (?, ?, 'Түзетіңіз')", version,
                by);
    }

    static byte[] copy(String headline) {
        return ("{\"headline\":\"" + headline + "\",\"language\":\"kk\"}").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void revision(UUID article, int number, UUID writer, String headline, Integer... drawnFrom) throws SQLException {
        byte[] bytes = copy(headline);
        run("insert into newsroom.revision (article, number, bytes, digest, author, writers, drawn_from, origin)"
                + " values (?, ?, ?, ?, ?, ?, ?, 'WRITTEN')", article, number, bytes, digest(bytes), writer,
                connection.createArrayOf("uuid", new Object[]{writer}), connection.createArrayOf("integer", drawnFrom));
    }

    UUID submit(UUID article, int revision, @Nullable Duration in) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("insert into newsroom.review (id, article, revision, kind, from_at, asked_by) values (?, ?, ?, 'FIRST', ?, ?)",
                id, article, revision, in == null ? null : at(in), author);
        return id;
    }

    /** What this person typed in a new window and has not saved; the connection then asks for them. */
    UUID workingText(UUID article, UUID writer, int counter, String headline) throws SQLException {
        speakFor(writer);
        UUID window = UUID.randomUUID();
        workingText(article, writer, counter, headline, window);
        return window;
    }

    void workingText(UUID article, UUID writer, int counter, String headline, UUID window) throws SQLException {
        run("insert into newsroom.working_text (person, window_id, article, counter, base, bytes) values (?, ?, ?, ?, 1, ?)",
                writer, window, article, counter, copy(headline));
    }

    void speakFor(UUID person) throws SQLException {
        text("select set_config('qalam.person', ?, false)", person.toString());
    }

    /** The approval that the round asks for, by whomever; the database has the last word. */
    UUID approve(UUID round, UUID by) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("""
                insert into newsroom.approval (id, article, revision, digest, kind, notice, from_at, basis, review, decided_by)
                select ?, r.article, r.revision, v.digest, r.kind, r.notice, r.from_at, 'REVIEW', r.id, ?
                from newsroom.review r join newsroom.revision v on v.article = r.article and v.number = r.revision
                where r.id = ?""",
                id, by, round);
        return id;
    }

    UUID edition(UUID approval, UUID by, Duration in) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("""
                insert into newsroom.edition (id, article, number, approval, revision, digest, kind, notice, slug, from_at, planned_by, changed_by, state)
                select ?, a.article, (select count(*) + 1 from newsroom.edition where article = a.article), a.id, a.revision,
                  a.digest, a.kind, a.notice, 'maqala', ?, ?, ?, 'PLANNED' from newsroom.approval a where a.id = ?""",
                id, at(in), by, by, approval);
        return id;
    }

    UUID withdrawal(UUID article, UUID by) throws SQLException {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("""
                insert into newsroom.edition (id, article, number, revision, digest, kind, reason, from_at, planned_by, changed_by, state)
                values (?, ?, (select count(*) + 1 from newsroom.edition where article = ?), 1, sha256('x'), 'WITHDRAWAL', 'сот', now(), ?, ?, 'PLANNED')""",
                id, article, article, by, by);
        return id;
    }

    /** An approved first revision by the author, with its edition due at once, not yet released. */
    UUID due(UUID article) throws SQLException {
        revision(article, 1, author, "Бірінші");
        return edition(approve(submit(article, 1, null), reviewer), reviewer, Duration.ZERO);
    }

    UUID live() throws SQLException {
        UUID article = article();
        due(article);
        release();
        return article;
    }

    int release() throws SQLException {
        return number("select released from newsroom.release_due()");
    }

    String state(UUID edition) throws SQLException {
        return text("select state from newsroom.edition where id = ?", edition);
    }

    static OffsetDateTime at(Duration in) {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(in);
    }

    int run(String sql, @Nullable Object... values) throws SQLException {
        return run(connection, sql, values);
    }

    static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    String text(String sql, Object... values) throws SQLException {
        return text(connection, sql, values);
    }

    static String text(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "nothing";
            }
        }
    }

    int number(String sql, Object... values) throws SQLException {
        return Integer.parseInt(text(sql, values));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
