package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

import kz.qalam.core.audit.Verification;

/**
 * What an earlier release wrote is there under this one, whole; what a later one wrote is refused. newsroom-v1.backup is a small
 * newsroom of the first release with a story in every state; house-v1.tar.xz is a demo's whole data folder as the first release
 * left it when it was stopped (its site and its logs were taken away), with passwords that say what they are. A later release
 * adds its own beside them.
 */
class UpgradeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

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

    /** The rows are in, and then it is ended: by Ctrl-C, or by tables that can't be brought up to date. */
    @Test
    void aHouseWhoseRestoreDidNotEndPublishesNothing() throws Exception {
        try (OtherPostgres postgres = OtherPostgres.start(House.shared().data());
                House house = new House(Map.of("QALAM_DB_URL", postgres.url("qalam"), "QALAM_OWNER_DB_PASSWORD",
                        postgres.password("owner_password")))) {
            postgres.runIn("qalam",
                    """
                                    create schema fence;
                            create function fence.refuse_over_rows() returns event_trigger language plpgsql as $$
                                    declare filled boolean := false;
                                    begin
                                      if to_regclass('newsroom.article') is not null then
                                        execute 'select exists (select from newsroom.article)' into filled;
                                      end if;
                                      if filled then
                                        raise exception 'not now';
                                      end if;
                                    end $$;
                                    create event trigger refuse_over_rows on ddl_command_start when tag in ('CREATE TABLE', 'CREATE FUNCTION')
                                      execute function fence.refuse_over_rows()""");
            House.Answer ended = house.run("restore", BackupFileTest.ofVersion1(folder).toString(), "--data",
                    house.data().toString());
            assertEquals(1, ended.exit(), ended.out());
            assertTrue(ended.err().contains("not now"), ended.err());
            try (Connection owner = DriverManager.getConnection(postgres.url("qalam"), "qalam_owner",
                    postgres.password("owner_password")); Statement statement = owner.createStatement()) {
                assertEquals("22", one(statement, "select count(*) from newsroom.article"));
            }
            for (String role : List.of("newsroom", "site")) {
                try (Connection publishing = DriverManager.getConnection(postgres.url("qalam"), "qalam_" + role,
                        postgres.password(role + "_password")); Statement statement = publishing.createStatement()) {
                    for (String asked : List.of("select newsroom.release_due()", "select count(*) from site.release")) {
                        assertEquals("42501",
                                assertThrows(SQLException.class, () -> statement.execute(asked)).getSQLState(), role);
                    }
                }
            }
        }
    }

    /** Its database stops with nobody but a person, and only when nobody restores any more. */
    @Test
    void whatAKilledRestoreLeftIsStopped() throws Exception {
        try (House house = new House(Map.of())) {
            DataFolder data = DataFolder.at(house.data());
            Process restore = house.beginning("restore", BackupFileTest.ofVersion1(folder).toString(), "--data",
                    data.path().toString());
            Footprint its = Footprint.of(restore.pid(), "");
            try {
                House.waitFor("its database", () -> Instance.process(data, House.POSTGRESQL).isPresent());
                // It gets no further.
                its.send("STOP");
                Footprint database = house.footprint(House.POSTGRESQL);
                assertEquals("Іске қосылған Qalam жоқ.",
                        house.run("stop", "--data", data.path().toString()).out().strip());
                assertTrue(database.isAlive(), "a restore's own");

                restore.destroyForcibly().waitFor();
                assertTrue(database.isAlive());
                assertTrue(house.run("stop", "--data", data.path().toString()).out().endsWith("Тоқтатылды.\n"));
                assertFalse(database.isAlive(), "a killed restore's");
            } finally {
                restore.destroyForcibly();
                Footprint.marked(data.postgres().toString()).forEach(Ending.OF_POSTGRES::end);
            }
        }
    }

    @Test
    void anEarlierReleasesDataFolderGoesOnUnderThisOne() throws Exception {
        try (House house = new House(Map.of())) {
            unpack("house-v1.tar.xz", house.data());
            house.start();
            house.waitUntilUp();
            String story;
            try (Connection owner = house.database(Settings.Role.OWNER);
                    Statement statement = owner.createStatement()) {
                assertEquals(List.of(), Verification.of(owner, house.data().resolve("seals")));
                assertEquals("14 4", one(statement, "select count(*) || ' ' || count(*) filter (where stage = 'DRAFT')"
                        + " from newsroom.article"));
                story = one(statement, "select id from newsroom.article where stage = 'IN_REVIEW' and headline"
                        + " = 'Қалада жаңа кітапхана ашылды'");
                // Who wrote it is who logs in: Keycloak's accounts are the same ones
                assertEquals(one(statement, "select subject from newsroom.person where username = 'author'"),
                        Json.read(Base64.getUrlDecoder().decode(house.token("author").split("\\.", -1)[1])).path("sub")
                                .asText());
            }
            assertFalse(get(house.siteUrl() + "/").body().contains("Қалада жаңа кітапхана ашылды"));
            HttpResponse<String> approved = HTTP.send(HttpRequest
                    .newBuilder(URI.create(house.newsroomUrl() + "/api/v1/articles/" + story + "/approval"))
                    .header("Authorization", "Bearer " + house.token("reviewer"))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"revision\":1}"))
                    .build(), BodyHandlers.ofString());
            assertEquals(200, approved.statusCode(), approved.body());
            House.waitFor("what was submitted then to be read now",
                    () -> get(house.siteUrl() + "/madeniet/").body().contains("Қалада жаңа кітапхана ашылды"));
            assertTrue(get(house.siteUrl() + "/").body().contains("Қалада жаңа кітапхана ашылды"));
        }
    }

    private static HttpResponse<String> get(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void unpack(String name, Path into) throws IOException {
        DataFolder.directory(into, "rwx--x--x");
        Unprivileged server = Unprivileged.forFolder(into.resolve("postgres"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(Objects.requireNonNull(UpgradeTest.class.getResourceAsStream(name))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(tar, file);
                }
                if (!file.equals(into)) {
                    Files.setPosixFilePermissions(file,
                            PosixFilePermissions.fromString(entry.isDirectory() ? "rwx------" : "rw-------"));
                }
                if (file.startsWith(into.resolve("postgres"))) {
                    server.give(file);
                }
            }
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
