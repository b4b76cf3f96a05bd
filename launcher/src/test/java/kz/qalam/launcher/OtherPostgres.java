package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import kz.qalam.launcher.bench.FreePorts;

/** A PostgreSQL of an operator's own, with roles made by the documented script; it shares only its programs with Qalam's. */
record OtherPostgres(Path folder, Process server, int port, Map<String, String> passwords) implements AutoCloseable {

    private static final String SUPERUSER = "chief";
    private static final String PASSWORD = "chief's own";

    static OtherPostgres start(Path dataWithPrograms) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("other-postgres");
        Path programs = dataWithPrograms.resolve("parts/postgres-" + Versions.POSTGRES);
        Unprivileged user = Unprivileged.forFolder(folder.resolve("data"));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        user.give(folder);
        user.give(password);
        run(user, programs, folder, "initdb", "-D", "data", "-U", SUPERUSER, "--pwfile=" + password, "-A",
                "scram-sha-256", "-E",
                "UTF8", "--locale=C.UTF-8").waitFor();
        int port = FreePorts.next();
        Process server = run(user, programs, folder, "postgres", "-D", "data", "-p", Integer.toString(port), "-c",
                "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=");
        OtherPostgres postgres = new OtherPostgres(folder, server, port,
                Map.of("owner_password", "o'wner", "newsroom_password", "news\\room", "site_password", "site:'x'"));
        House.waitFor("the other PostgreSQL", () -> new Probe(postgres.url("postgres"), SUPERUSER, PASSWORD).answers());
        try (Connection connection = postgres.superuser()) {
            PsqlScript.resource("/db/roles.sql", postgres.passwords).run(connection);
        }
        return postgres;
    }

    private static Process run(Unprivileged user, Path programs, Path folder, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(user.command(folder, programs));
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile()).start();
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD);
    }

    void run(String statement) throws SQLException {
        try (Connection connection = superuser(); Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    void runIn(String database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), SUPERUSER, PASSWORD);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password(String variable) {
        return Objects.requireNonNull(passwords.get(variable));
    }

    boolean isRunning() {
        return server.isAlive();
    }

    @Override
    public void close() throws IOException {
        Ending.OF_POSTGRES.end(Footprint.of(server.pid(), ""));
        Trees.delete(folder);
    }
}
