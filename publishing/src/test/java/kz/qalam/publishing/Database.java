package kz.qalam.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL with the newsroom's roles and tables, made as the documented script and the migrations make them. */
public final class Database implements AutoCloseable {
    public static final String PASSWORD = "for-tests-only";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A new one, in a folder that outlives it. */
    public static Database start(Path folder) {
        var database = new Database(serve(folder));
        database.prepare();
        return database;
    }

    /** Starts the one that was killed there again, just as it was started before. */
    public static void revive(Path folder) {
        try {
            var options = Files.readString(folder.resolve("postmaster.opts"));
            var control = Path.of(options.substring(0, options.indexOf(' '))).resolveSibling("pg_ctl").toString();
            var command = new ArrayList<String>();
            if (System.getProperty("user.name").equals("root")) {
                // PostgreSQL refuses to run as root; within a namespace of its own it is nobody.
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(control, "-D", folder.toString(), "-l", "/dev/null", "-t", "60", "-w", "restart"));
            var ended = new ProcessBuilder(command).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (ended != 0) {
                throw new IllegalStateException("pg_ctl ended with " + ended);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres serve(Path folder) {
        try {
            return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofMinutes(1)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a crash would: at once, and without a word to anyone. */
    public static void kill(Path folder) {
        try {
            var pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
