package kz.qalam.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.flywaydb.core.Flyway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL with Qalam's roles and tables, one for each test run of a module. The application under test connects
 * as {@code qalam_newsroom}; tests that try to break a guarantee take connections of any role.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String PASSWORD = "test";

    private static String url = "";

    private String version = "latest";

    private EmbeddedPostgres postgres;

    /** One as it was after the migration of this number. */
    public static TestDatabase at(String version) {
        TestDatabase database = new TestDatabase();
        database.version = version;
        return database;
    }

    /** Brings it up to date. */
    public void migrate() {
        migrate("latest");
    }

    private static void migrate(String version) {
        Flyway.configure().dataSource(url, "qalam_owner", PASSWORD).locations("classpath:db/migration").target(version)
                .load().migrate();
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().setServerConfig("log_min_messages", "fatal").start();
            makeRoles();
            url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/qalam";
            migrate(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("quarkus.datasource.jdbc.url", url, "quarkus.datasource.username", "qalam_newsroom",
                "quarkus.datasource.password", PASSWORD);
    }

    /** The statements of the documented script, with psql's variables filled in. */
    private void makeRoles() throws IOException, SQLException {
        String script;
        try (InputStream in = TestDatabase.class.getResourceAsStream("/db/roles.sql")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        script = script.replaceAll("(?m)^--.*$", "").replaceAll(":'[a-z_]+'", "'" + PASSWORD + "'");
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url, role, PASSWORD);
    }

    public static String url() {
        return url;
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
