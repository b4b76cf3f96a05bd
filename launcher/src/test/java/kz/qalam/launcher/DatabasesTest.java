package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** What a redaction needs of PostgreSQL beside its own function. */
class DatabasesTest {

    @Test
    void whatMetAReleaseIsTriedAgain() throws SQLException {
        AtomicInteger tries = new AtomicInteger();
        assertEquals("done", Databases.despiteDeadlock(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock detected", "40P01");
            }
            return "done";
        }));
        assertEquals(3, tries.get());
        tries.set(0);
        assertThrows(SQLException.class, () -> Databases.despiteDeadlock(() -> {
            tries.incrementAndGet();
            throw new SQLException("deadlock detected", "40P01");
        }));
        assertEquals(5, tries.get(), "and not for ever");
        tries.set(0);
        assertThrows(SQLException.class, () -> Databases.despiteDeadlock(() -> {
            tries.incrementAndGet();
            throw new SQLException("there is no such story", "QL052");
        }));
        assertEquals(1, tries.get(), "a refusal is one");
    }

    /** The planner notes the commonest words of each column; of a table that is empty now it would keep them. */
    @Test
    void ofWhatIsGoneThePlannerKeepsNothing() throws Exception {
        try (OtherPostgres postgres = OtherPostgres.start(House.shared().data());
                Connection owner = DriverManager.getConnection(postgres.url("qalam"), "qalam_owner",
                        postgres.password("owner_password"));
                Statement statement = owner.createStatement()) {
            statement.execute("create schema newsroom");
            for (String table : List.of("note", "article")) {
                statement.execute("create table newsroom." + table + " (said text)");
                statement.execute("insert into newsroom." + table
                        + " select 'алынатын сөз' from generate_series(1, 9)");
                statement.execute("analyze newsroom." + table);
            }
            assertEquals(2, noted(statement));
            statement.execute("delete from newsroom.note");
            statement.execute("update newsroom.article set said = 'басқа'");
            Databases.forget(owner, List.of("note", "article"));
            assertEquals(0, noted(statement));
            try (ResultSet kept = statement
                    .executeQuery("select count(*) from pg_stats where schemaname = 'newsroom'")) {
                assertTrue(kept.next() && kept.getInt(1) == 1, "what stands is noted");
            }
        }
    }

    private static int noted(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from pg_stats where schemaname = 'newsroom'"
                + " and most_common_vals::text like '%алынатын%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
