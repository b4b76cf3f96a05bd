package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import kz.qalam.core.audit.Verification;

/**
 * What an earlier release wrote is there under this one, whole; what a later one wrote is refused. newsroom-v1.backup is a small
 * newsroom of the first release with a story in every state; a later release adds its own beside it.
 */
class UpgradeTest {

    @TempDir
    private Path folder;

    @Test
    void anEarlierNewsroomIsWholeUnderThisOne() throws Exception {
        try (OtherPostgres postgres = OtherPostgres.start(House.shared().data());
                House house = new House(Map.of("QALAM_DB_URL", postgres.url("qalam"), "QALAM_OWNER_DB_PASSWORD",
                        postgres.password("owner_password")))) {
            House.Answer restored = house.run("restore", BackupFileTest.ofVersion1(folder).toString(), "--data",
                    house.data().toString());
            assertEquals(0, restored.exit(), restored.out() + restored.err());
            try (Connection owner = DriverManager.getConnection(postgres.url("qalam"), "qalam_owner",
                    postgres.password("owner_password")); Statement statement = owner.createStatement()) {
                assertEquals(List.of(), Verification.of(owner, house.data().resolve("seals")));
                assertEquals("22 25", one(statement,
                        "select (select count(*) from newsroom.article) || ' ' || (select count(*) from newsroom.revision)"));
                assertEquals("APPROVED CHANGES_REQUESTED DRAFT IN_REVIEW",
                        one(statement, "select string_agg(distinct stage, ' ' order by stage) from newsroom.article"));
                assertEquals("HELD PLANNED RELEASED",
                        one(statement, "select string_agg(distinct state, ' ' order by state) from newsroom.edition"));

                // What was planned then goes out now: not before the house is told to, and then at once.
                statement.execute("alter table newsroom.edition disable trigger user");
                statement.execute("update newsroom.edition set from_at = now() where state = 'PLANNED'");
                statement.execute("alter table newsroom.edition enable trigger user");
                assertEquals("0", one(statement, "select released from newsroom.release_due()"));
                statement.execute("select newsroom.resume_house()");
                assertEquals("1", one(statement, "select released from newsroom.release_due()"));
                assertEquals(List.of(), Verification.of(owner, house.data().resolve("seals")));

                // And what a later release has made is left alone.
                statement
                        .execute("insert into public.flyway_schema_history (installed_rank, version, description, type,"
                                + " script, installed_by, execution_time, success) values (1000, '1000', 'later', 'SQL',"
                                + " 'V1000__later.sql', 'qalam_owner', 1, true)");
            }
            Trouble newer = assertThrows(Trouble.class, () -> Databases.migrate(postgres.url("qalam"), "qalam_owner",
                    postgres.password("owner_password")));
            assertEquals("database-newer", newer.key());
            House.Answer twice = house.run("restore", BackupFileTest.ofVersion1(folder).toString(), "--data",
                    folder.resolve("second").toString());
            assertEquals(1, twice.exit());
            assertTrue(twice.err().contains("дерекқоры бос емес"), twice.err());
            House.Answer half = house.runAsTyped("start", "--data", folder.resolve("second").toString());
            assertTrue(half.err().contains("қалпына келтіру аяқталмай қалған"), half.err());
        }
    }

    @Test
    void anotherPostgresqlsFolderIsRefusedWithWhatToDo() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.settle(true);
        Files.createDirectory(data.postgres());
        Files.writeString(data.postgres().resolve("PG_VERSION"), "17\n");
        Trouble refused = assertThrows(Trouble.class,
                () -> new Postgres(data, new Settings(Map.of(), true), new Secrets(data.secrets())).prepare());
        assertTrue(refused.sentence(Words.in(Map.of("QALAM_LANG", "en"))).contains("./qalam backup"),
                refused.getMessage());
        assertFalse(Files.exists(data.parts().resolve("postgres-" + Versions.POSTGRES)), "nothing was touched");
    }

    @Test
    void aNewerKeycloaksAccountsAreLeftAlone() throws Exception {
        assertTrue(Versions.isNewer("26.8.0", "26.7.3"));
        assertTrue(Versions.isNewer("27.0.0", "26.10.3"));
        assertFalse(Versions.isNewer("26.7.3", "26.7.3"));
        assertFalse(Versions.isNewer("26.7.3", "26.10.0"));
        assertFalse(Versions.isNewer("", "26.10.0"));
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.settle(true);
        Settings settings = new Settings(Map.of(), true);
        Keycloak keycloak = new Keycloak(new Checkout(folder, folder.resolve("pointer")), data, settings,
                new Keys(settings, new Secrets(data.secrets())));
        DataFolder.write(data.realm(), "{\"realm\":\"qalam-demo\"}");
        keycloak.requireNotOlder();
        DataFolder.write(data.realm(), "{\"realm\":\"qalam-demo\",\"keycloak\":\"99.0.0\"}");
        assertEquals("keycloak-newer", assertThrows(Trouble.class, keycloak::requireNotOlder).key());
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
