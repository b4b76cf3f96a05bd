package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** All of Qalam on one machine: up, kept up, and there again after whatever was killed. */
@Order(Integer.MAX_VALUE) // the last of all: it leaves the shared house stopped
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeHouseTest {

    private final House house = House.shared();

    @BeforeEach
    void allUp() {
        house.waitUntilUp();
    }

    @Test
    @Order(1)
    void saysOfEachPartItsNameItsAddressAndThatItIsUp() {
        House.Answer status = house.run("status");
        assertEquals(0, status.exit());
        List<List<String>> lines = status.out().lines().map(line -> List.of(line.split(" +"))).toList();
        assertEquals(List.of(List.of("postgresql", "127.0.0.1:" + house.variable("QALAM_DB_PORT"), "up"),
                List.of("keycloak", house.keycloakUrl(), "up"), List.of("newsroom", house.newsroomUrl(), "up"),
                List.of("site", house.siteUrl(), "up")), lines);
    }

    @Test
    @Order(2)
    void greetsWithAddressesAndDemoAccounts() {
        assertTrue(house.said().contains(house.newsroomUrl()), house.said());
        assertTrue(house.said().contains("Сынақ тіркелгілері: author, author2, editor, reviewer, publisher, admin"));
    }

    @Test
    @Order(3)
    void keepsWhatItConfirmedAndAsksForPasswords() throws SQLException {
        for (Settings.Role role : List.of(Settings.Role.OWNER, Settings.Role.NEWSROOM, Settings.Role.SITE)) {
            try (Connection connection = house.database(role); Statement statement = connection.createStatement()) {
                for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                    assertEquals("on", one(statement, "show " + setting), setting);
                }
                assertEquals("127.0.0.1", one(statement, "show listen_addresses"));
            }
            for (String wrong : List.of("", role.usual, house.secrets().of("cookie-key"))) {
                SQLException refused = assertThrows(SQLException.class,
                        () -> DriverManager.getConnection(house.databaseUrl(), role.usual, wrong).close());
                assertTrue(List.of("28P01", "08004").contains(refused.getSQLState()), refused.toString());
            }
        }
        try (Connection owner = DriverManager.getConnection(house.databaseUrl(), "postgres",
                house.secrets().of("postgres"));
                Statement statement = owner.createStatement()) {
            assertEquals("0",
                    one(statement, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));
            assertEquals("0", one(statement,
                    "select count(*) from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'"));
        }
    }

    @Test
    @Order(3)
    void keepsEachRoleToItsOwnDatabase() throws SQLException {
        String keycloaks = house.databaseUrl().replace("/qalam", "/qalam_keycloak");
        String site = house.secrets().of("qalam_site");
        SQLException refused = assertThrows(SQLException.class,
                () -> DriverManager.getConnection(keycloaks, "qalam_site", site).close());
        assertEquals("42501", refused.getSQLState());
        String keycloak = house.secrets().of("qalam_keycloak");
        refused = assertThrows(SQLException.class,
                () -> DriverManager.getConnection(house.databaseUrl(), "qalam_keycloak", keycloak).close());
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    @Order(3)
    void keepsSecretsFromOthers() throws IOException {
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(house.data().resolve("secrets"))));
        try (Stream<Path> files = Files.list(house.data().resolve("secrets"))) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
                String secret = Files.readString(file).strip();
                assertTrue(secret.length() >= 43, file.toString());
                for (String part : House.PARTS) {
                    assertFalse(Files.readString(Path.of("/proc/" + house.pid(part) + "/cmdline")).contains(secret),
                            file.getFileName() + " among the arguments of " + part);
                }
            }
        }
        assertTrue(environment(House.SITE).contains(house.secrets().of("qalam_site")));
        for (String others : List.of("qalam_owner", "qalam_newsroom", "qalam_keycloak", "postgres", "oidc-client",
                "cookie-key", "keycloak-admin")) {
            assertFalse(environment(House.SITE).contains(house.secrets().of(others)), others);
        }
        for (String others : List.of("qalam_owner", "qalam_site", "qalam_keycloak", "postgres", "keycloak-admin")) {
            assertFalse(environment(House.NEWSROOM).contains(house.secrets().of(others)), others);
        }
        assertFalse(Files.exists(
                house.data().resolve("parts/keycloak-" + Versions.KEYCLOAK + "/data/import/qalam-demo-realm.json")));
    }

    @Test
    @Order(3)
    void listensOnLoopbackOnly() throws IOException {
        // Columns of /proc/net/tcp6 and tcp: local address and port in hexadecimal; state 0A is listening.
        List<String> ports = Stream.of(Settings.Port.values())
                .map(port -> String.format(":%04X", Integer.parseInt(house.variable(port.variable)))).toList();
        List<String> listening = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Files.readAllLines(Path.of(table)).stream().map(line -> line.strip().split(" +"))
                    .filter(columns -> columns[3].equals("0A") && ports.stream().anyMatch(columns[1]::endsWith))
                    .forEach(columns -> listening.add(columns[1]));
        }
        assertTrue(listening.size() >= 4, listening.toString());
        for (String address : listening) {
            assertTrue(address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:"),
                    address);
        }
    }

    @Test
    @Order(3)
    void givesTokensOfDemoAccounts() throws IOException {
        House.Answer token = house.run("token", "reviewer");
        assertEquals(0, token.exit(), token.err());
        String claims = token.out().substring(token.out().indexOf('.') + 1, token.out().lastIndexOf('.'));
        JsonNode read = Json.read(Base64.getUrlDecoder().decode(claims));
        assertEquals("reviewer", read.path("preferred_username").asText());
        assertEquals("Бауыржан Оспанов", read.path("name").asText());
        assertTrue(read.path("aud").toString().contains("qalam-newsroom"));
        assertTrue(read.path("realm_access").path("roles").toString().contains("\"reviewer\""));

        House.Answer unknown = house.run("token", "stranger");
        assertEquals(1, unknown.exit());
        assertEquals(
                "Keycloak stranger дегенді танымады. Сынақ тіркелгілері: author, author2, editor, reviewer, publisher, admin.",
                unknown.err().strip());
    }

    @Test
    @Order(3)
    void letsInByKeycloaksKazakhPagesWithProofKeysOnly() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        String address = house.keycloakUrl()
                + "/realms/qalam-demo/protocol/openid-connect/auth?client_id=qalam-newsroom"
                + "&response_type=code&scope=openid&redirect_uri=" + house.newsroomUrl() + "/log-in";
        HttpResponse<String> without = browser.send(HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(302, without.statusCode());
        assertTrue(without.headers().firstValue("Location").orElse("").contains("code_challenge_method"));
        HttpResponse<String> with = browser.send(
                HttpRequest.newBuilder(URI.create(
                        address + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, with.statusCode());
        assertTrue(with.body().contains("lang=\"kk\""), with.body());
    }

    @Test
    @Order(4)
    void refusesASecondStartOnTheSameData() {
        House.Answer second = house.run("start");
        assertEquals(1, second.exit());
        assertTrue(second.err().strip().matches("\\Q" + house.data() + "\\E бумасымен Qalam жұмыс істеп тұр: процесс "
                + house.launcherPid()
                + ", басталған уақыты: \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d\\. Тоқтату: \\./qalam stop"),
                second.err());
        assertEquals(0, house.run("status").exit());
    }

    @Test
    @Order(4)
    void namesATakenPort() {
        try (House other = new House(Map.of("QALAM_SITE_PORT", house.variable("QALAM_SITE_PORT")))) {
            House.Answer answer = other.run("start");
            assertEquals(1, answer.exit());
            assertEquals(house.variable("QALAM_SITE_PORT")
                    + " порты бос емес (сайт). Оны босатыңыз немесе QALAM_SITE_PORT арқылы басқа портты көрсетіңіз.",
                    answer.err().strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {House.SITE, House.NEWSROOM, House.KEYCLOAK, House.POSTGRESQL})
    @Order(5)
    void startsAgainAPartThatWasKilled(String part) throws SQLException {
        UUID remembered = remember();
        Footprint before = house.footprint(part);
        house.kill(part);
        House.waitFor("another process of " + part,
                () -> house.footprint(part).isAlive() && house.pid(part) != before.pid());
        house.waitUntilUp();
        assertFalse(before.isAlive());
        assertTrue(isRemembered(remember()));
        assertTrue(isRemembered(remembered));
    }

    /** Whoever looks at the database's files with a shell is not taken for one of its processes. */
    @Test
    @Order(5)
    void aShellInTheDatabasesFolderNeitherHindersNorDies() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "read nothing")
                .directory(house.data().resolve("postgres").toFile()).start();
        try {
            Footprint before = house.footprint(House.POSTGRESQL);
            house.kill(House.POSTGRESQL);
            House.waitFor("another process of the database",
                    () -> house.footprint(House.POSTGRESQL).isAlive() && house.pid(House.POSTGRESQL) != before.pid());
            house.waitUntilUp();
            assertTrue(shell.isAlive());
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    @Order(6)
    void stopsInOrderAndStartsAgainWithItsData() throws SQLException {
        UUID remembered = remember();
        List<Footprint> before = House.PARTS.stream().map(house::footprint).toList();
        assertEquals(0, house.stop());
        assertTrue(house.said().strip().endsWith("Тоқтатылды."), house.said());
        before.forEach(part -> assertFalse(part.isAlive(), part.toString()));
        House.Answer status = house.run("status");
        assertEquals(1, status.exit());
        assertEquals(4, status.out().lines().filter(line -> line.endsWith(" down")).count());
        house.start();
        assertTrue(isRemembered(remembered));
    }

    @Test
    @Order(7)
    void endsWhatAKilledLauncherLeft() throws SQLException {
        UUID remembered = remember();
        List<Footprint> before = House.PARTS.stream().map(house::footprint).toList();
        house.killLauncher();
        // Readers and editors notice nothing.
        before.forEach(part -> assertTrue(part.isAlive(), part.toString()));
        assertTrue(Probe.http(house.siteUrl() + "/q/health/ready").answers());
        assertTrue(isRemembered(remembered));

        house.start();
        before.forEach(part -> assertFalse(part.isAlive(), part.toString()));
        assertNoDoubles();
        assertTrue(isRemembered(remembered));
        assertTrue(house.said().contains("Алдыңғы жолы қалып қойған «редакция» бөлігі тоқтатылуда"), house.said());
    }

    @Test
    @Order(8)
    void recoversWhenAllWasKilled() throws SQLException {
        UUID remembered = remember();
        List<Footprint> all = new ArrayList<>(Footprint.workingIn(house.data().resolve("postgres"), "postgres"));
        House.PARTS.stream().map(house::footprint).forEach(all::add);
        house.killLauncher();
        all.forEach(process -> process.send("KILL"));
        House.waitFor("all to be dead", () -> all.stream().noneMatch(Footprint::isAlive));

        house.start();
        assertNoDoubles();
        assertTrue(isRemembered(remembered));
    }

    @Test
    @Order(9)
    void stopsWhatAKilledLauncherLeft() throws IOException {
        List<Footprint> before = House.PARTS.stream().map(house::footprint).toList();
        house.killLauncher();
        assertEquals(0, house.run("stop").exit());
        before.forEach(part -> assertFalse(part.isAlive(), part.toString()));
        assertEquals("Іске қосылған Qalam жоқ.", house.run("stop").out().strip());

        // In the background this time: the command returns, and nothing keeps its streams open.
        House.Answer detached = house.run(Map.of("QALAM_PICTURES_FOLDER", "suretter"), "start", "--detach");
        assertEquals(0, detached.exit(), detached.out() + detached.err());
        assertTrue(detached.out().contains(house.siteUrl()));
        assertEquals(house.data().resolveSibling("suretter").toString(),
                Json.read(Files.readAllBytes(house.data().resolve("settings.json"))).path("QALAM_PICTURES_FOLDER")
                        .asText(),
                "as the shell that named it sees it");
        assertEquals(0, house.run("status").exit());
        assertEquals(0, house.run("stop").exit());
        assertEquals(1, house.run("status").exit());
    }

    /** One process a part, and the one that is recorded. */
    private void assertNoDoubles() {
        DataFolder data = DataFolder.at(house.data());
        for (String part : List.of(House.KEYCLOAK, House.NEWSROOM, House.SITE)) {
            assertEquals(List.of(house.footprint(part)), Footprint.marked(Java.mark(part, data)));
        }
        assertEquals(List.of(house.footprint(House.POSTGRESQL)), Footprint.marked(data.postgres().toString()));
        assertNotEquals(0, house.pid(House.POSTGRESQL));
    }

    /** Commits something as the newsroom's own role. */
    private UUID remember() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = house.database(Settings.Role.NEWSROOM);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into newsroom.person (id, subject, username, name) values ('" + id + "', '" + id
                    + "', 'guest', 'Қонақ')");
        }
        return id;
    }

    private boolean isRemembered(UUID id) throws SQLException {
        try (Connection connection = house.database(Settings.Role.NEWSROOM);
                Statement statement = connection.createStatement()) {
            return one(statement, "select count(*) from newsroom.person where id = '" + id + "'").equals("1");
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private String environment(String part) throws IOException {
        return Files.readString(Path.of("/proc/" + house.pid(part) + "/environ"));
    }
}
