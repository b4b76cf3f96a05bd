package kz.qalam.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.flywaydb.core.Flyway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL with the newsroom's roles and tables, made as the documented script and the migrations make them. */
public final class Database implements AutoCloseable {
    public static final String PASSWORD = "for-tests-only";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Database start() {
        try {
            return start(EmbeddedPostgres.builder().start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a folder that is kept, on a port that stays the same: for a server that is killed and started again. */
    public static Database start(Path folder, int port) {
        try {
            return new Database(
                    EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port)
                            .setServerConfig("fsync", "off").start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database start(EmbeddedPostgres server) {
        var database = new Database(server);
        database.prepare();
        return database;
    }

    /** Roles as roles.sql makes them, tables as Flyway makes them. */
    public void prepare() {
        try (var admin = server.getPostgresDatabase().getConnection(); var statement = admin.createStatement()) {
            for (var sql : script().split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure().dataSource(url(), "qalam_owner", PASSWORD).locations("classpath:db/migration").load()
                .migrate();
    }

    private static String script() throws IOException {
        try (var stream = Database.class.getResourceAsStream("/db/roles.sql")) {
            if (stream == null) {
                throw new IllegalStateException("core lacks roles.sql");
            }
            return new String(stream.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "").replaceAll(":'\\w+_password'",
                    "'" + PASSWORD + "'");
        }
    }

    public int port() {
        return server.getPort();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/qalam".formatted(server.getPort());
    }

    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, PASSWORD);
    }

    /** What the applications under test are told. */
    public Map<String, String> settings() {
        return Map.of("quarkus.datasource.jdbc.url", url(), "quarkus.datasource.username", "qalam_site",
                "quarkus.datasource.password", PASSWORD);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
