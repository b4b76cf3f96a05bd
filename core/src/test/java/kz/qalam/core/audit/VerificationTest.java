package kz.qalam.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.Cast;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * Whoever owns the database can switch its triggers off; what they then change is found. Each test changes something as
 * the owner, sees it found, and puts it back, so that the next one starts from a whole newsroom.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VerificationTest {

    @Inject
    Cast cast;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Publishing publishing;

    @TempDir
    Path seals;

    UUID story;

    @BeforeEach
    void aSealedStory() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        story = cast.live(author, "Мөрленген мақала");
        drafting.save(author, story, 1, Copy.draft("Мөрленген мақаланың жаңа нұсқасы"));
        seal();
        assertEquals(List.of(), findings());
    }

    @Test
    void findsAChangedText() throws Exception {
        change("update newsroom.revision set bytes = convert_to('{\"headline\":\"өзге\"}', 'UTF8'), copy = '{\"headline\":\"өзге\"}',"
                + " digest = sha256(convert_to('{\"headline\":\"өзге\"}', 'UTF8')) where article = ? and number = 2",
                "revision");
        assertTrue(kinds().contains(Finding.Kind.REVISION_UNRECORDED));
        restore("revision");
    }

    @Test
    void findsAChangedWriter() throws Exception {
        change("update newsroom.revision set author = (select decided_by from newsroom.approval limit 1) where article = ? and number = 2",
                "revision");
        assertTrue(kinds().contains(Finding.Kind.REVISION_UNRECORDED));
        restore("revision");
    }

    @Test
    void findsARewrittenTrailEvenWhenItsChainIsForgedAnew() throws Exception {
        change("update newsroom.trail set actor = null where chain = ? and seq = 1", "trail");
        assertTrue(kinds().contains(Finding.Kind.TRAIL_BROKEN));
        try (Connection owner = owner(); Statement forge = owner.createStatement()) {
            forge.execute("alter table newsroom.trail disable trigger user");
            for (int seq = 1; seq <= 5; seq++) {
                forge.execute(
                        "update newsroom.trail t set previous = (select hash from newsroom.trail p where p.chain = t.chain and p.seq = t.seq - 1)"
                                + " where chain = '" + story + "' and seq = " + seq);
                forge.execute(
                        "update newsroom.trail set hash = sha256(coalesce(previous, '') || convert_to(concat_ws('|', chain, seq,"
                                + " extract(epoch from at), actor, act, details, gesture), 'UTF8')) where chain = '"
                                + story + "' and seq = " + seq);
            }
        }
        assertFalse(kinds().contains(Finding.Kind.TRAIL_BROKEN), "the forged chain is whole in itself");
        assertTrue(kinds().contains(Finding.Kind.SEALED_CHANGED), "but the seal outside remembers");
        restore("trail");
    }

    @Test
    void findsATrailThatWasTakenOut() throws Exception {
        change("delete from newsroom.trail where chain = ?", "trail");
        assertTrue(kinds().containsAll(List.of(Finding.Kind.SEALED_CHANGED, Finding.Kind.REVISION_UNRECORDED,
                Finding.Kind.APPROVAL_UNRECORDED)));
        restore("trail");
    }

    @Test
    void findsAForgedApproval() throws Exception {
        change("insert into newsroom.approval (id, article, revision, digest, kind, basis, decided_by) select gen_random_uuid(), article, number,"
                + " digest, 'UPDATE', 'REVIEW', author from newsroom.revision where article = ? and number = 2",
                "approval");
        assertTrue(kinds().contains(Finding.Kind.APPROVAL_UNRECORDED));
        restore("approval");
    }

    @Test
    void findsAChangedRelease() throws Exception {
        change("update newsroom.release set path = '/2020/01/01/basqa/' where article = ?", "release");
        assertTrue(kinds().contains(Finding.Kind.RELEASE_BROKEN));
        restore("release");
    }

    @Test
    void aRedactionIsNoFaultAndAlwaysTold() throws Exception {
        redact(story, null);
        assertEquals(List.of(), findings());
        seal();
        assertEquals(List.of(), findings());
        try (Connection connection = TestDatabase.as("qalam_newsroom")) {
            List<String> told = Verification.redactions(connection).stream()
                    .filter(line -> line.startsWith(story + " 1 sha256:")).toList();
            assertEquals(1, told.size());
            assertTrue(told.get(0).endsWith("Алматы сотының шешімі"), told.get(0));
        }
    }

    /** A court takes out what was wrong; what was withdrawn is the corrected text, and what readers were told of that stays. */
    @Test
    void aNoticeIsTheOrdersOnlyWhereItTakesOutWhatWasWithdrawn() throws Exception {
        Actor author = cast.newcomer(Role.AUTHOR);
        UUID corrected = cast.live(author, "Түзетілетін мақала");
        drafting.save(author, corrected, 1, Copy.draft("Түзетілген мақала"));
        reviewing.submit(author, corrected, null, new Proposal(Kind.CORRECTION, "Атауы түзетілді.", null));
        reviewing.approve(cast.newcomer(Role.REVIEWER), corrected, 2, null);
        publishing.withdraw(cast.newcomer(Role.PUBLISHER), corrected, "Расталмады", "Мақала алынды.");
        redact(corrected, "Мақала сот шешімімен алынды.");
        assertEquals(List.of(), findings());
        try (Connection connection = TestDatabase.as("qalam_newsroom");
                PreparedStatement told = connection.prepareStatement(
                        "select notice from newsroom.release where article = ? order by number desc limit 1")) {
            told.setObject(1, corrected);
            ResultSet row = told.executeQuery();
            row.next();
            assertEquals("Мақала алынды.", row.getString(1));
        }
    }

    private void redact(UUID article, @Nullable String told) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement redact = owner.prepareStatement(
                        "select newsroom.redact(?, '{1}', 'Алматы сотының шешімі', p.username, ?) from newsroom.person p limit 1")) {
            redact.setObject(1, article);
            redact.setString(2, told);
            redact.executeQuery().next();
        }
    }

    @Test
    void findsAChangedSeal() throws Exception {
        Path file = seals.resolve(SealFile.NAME);
        Files.writeString(file, Files.readString(file).replaceFirst(story + " 5", story + " 4"));
        assertTrue(kinds().contains(Finding.Kind.SEAL_BROKEN));
    }

    @Test
    void aSealCutShortByACrashIsWrittenAgain() throws Exception {
        Path file = seals.resolve(SealFile.NAME);
        Files.writeString(file, "{\"at\":\"2026-11", StandardOpenOption.APPEND);
        cast.live(cast.newcomer(Role.AUTHOR), "Тағы бір");
        seal();
        assertEquals(List.of(), findings());
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void sealsNothingTwice() throws Exception {
        Sealing sealing = new Sealing(seals);
        try (Connection connection = TestDatabase.as("qalam_newsroom")) {
            sealing.seal(connection, Instant.now());
            assertEquals(0, sealing.seal(connection, Instant.now()));
        }
    }

    /** An hour ahead for one round, and then right again: what was written after it was set back is not taken for sealed. */
    @Test
    void aClockThatWasSetBackLeavesNothingUnsealed() throws Exception {
        Sealing sealing = new Sealing(seals);
        try (Connection connection = TestDatabase.as("qalam_newsroom")) {
            cast.live(cast.newcomer(Role.AUTHOR), "Сағат озып кеткенде");
            assertTrue(sealing.seal(connection, Instant.now().plusSeconds(3600)) > 0);
            UUID after = cast.live(cast.newcomer(Role.AUTHOR), "Сағат түзелгенде");
            // The next round that comes to its end is a later one
            assertTrue(sealing.seal(connection, Instant.now().plusSeconds(1200)) > 0);
            assertTrue(Files.readString(seals.resolve(SealFile.NAME)).contains(after.toString()));
            assertEquals(0, sealing.seal(connection, Instant.now().plusSeconds(1260)), "and then it rests");
        }
        assertEquals(List.of(), findings());
    }

    private void seal() throws SQLException, IOException {
        try (Connection connection = TestDatabase.as("qalam_newsroom")) {
            new Sealing(seals).seal(connection, Instant.now());
        }
    }

    private List<Finding> findings() throws SQLException, IOException {
        try (Connection connection = TestDatabase.as("qalam_newsroom")) {
            return Verification.of(connection, seals);
        }
    }

    private List<Finding.Kind> kinds() throws SQLException, IOException {
        return findings().stream().map(Finding::kind).toList();
    }

    /** As the owner, with the triggers off; a copy of the table is kept to put things back. */
    private void change(String sql, String table) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute("create table newsroom.kept as select * from newsroom." + table);
            statement.execute("alter table newsroom." + table + " disable trigger user");
            try (PreparedStatement forge = owner.prepareStatement(sql)) {
                forge.setObject(1, story);
                assertTrue(forge.executeUpdate() > 0);
            }
        }
    }

    private void restore(String table) throws SQLException {
        String columns = "string_agg(quote_ident(column_name), ', ')";
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            var row = statement.executeQuery("select " + columns
                    + " from information_schema.columns where table_schema = 'newsroom' and table_name = '"
                    + table + "' and is_generated = 'NEVER'");
            row.next();
            String names = row.getString(1);
            String key = table.equals("revision")
                    ? "(article, number)"
                    : table.equals("trail") ? "(chain, seq)" : table.equals("release") ? "(number)" : "(id)";
            statement.execute("delete from newsroom." + table + " where " + key + " not in (select "
                    + key.substring(1, key.length() - 1) + " from newsroom.kept)");
            StringBuilder set = new StringBuilder();
            for (String name : names.split(", ")) {
                set.append(set.isEmpty() ? "" : ", ").append(name).append(" = excluded.").append(name);
            }
            statement.execute("insert into newsroom." + table + " (" + names + ") select " + names
                    + " from newsroom.kept on conflict " + key + " do update set " + set);
            statement.execute("alter table newsroom." + table + " enable trigger user");
            statement.execute("drop table newsroom.kept");
        }
        try {
            assertEquals(List.of(), findings());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection owner() throws SQLException {
        return TestDatabase.as("qalam_owner");
    }
}
