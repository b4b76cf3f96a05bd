package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The embedded PostgreSQL: its programs unpacked from their jar into the data folder and run as a process of their own
 * (docs/adr/0003 says why not by EmbeddedPostgres). Durable, on loopback, by password only.
 */
final class Postgres implements Part.Local {

    private static final String SUPERUSER = "postgres";
    private static final Duration LEFTOVERS = Duration.ofSeconds(15);

    private final DataFolder data;
    private final Settings settings;
    private final Secrets secrets;
    private final Unprivileged user;

    Postgres(DataFolder data, Settings settings, Secrets secrets) {
        this.data = data;
        this.settings = settings;
        this.secrets = secrets;
        this.user = Unprivileged.forFolder(data.postgres());
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + settings.port(Settings.Port.DATABASE);
    }

    @Override
    public Probe probe() {
        return new Probe(settings.embeddedDatabaseUrl("postgres"), SUPERUSER, secrets.of(SUPERUSER));
    }

    @Override
    public String mark() {
        return data.postgres().toString();
    }

    @Override
    public Ending ending() {
        return Ending.OF_POSTGRES;
    }

    private Path programs() {
        return data.parts().resolve("postgres-" + Versions.POSTGRES);
    }

    /** A folder's tables are read only by the major version that wrote them. */
    private void requireSameMajor() throws IOException {
        Path written = data.postgres().resolve("PG_VERSION");
        String ours = Versions.POSTGRES.substring(0, Versions.POSTGRES.indexOf('.'));
        if (Files.exists(written) && !Files.readString(written).strip().equals(ours)) {
            throw new Trouble("postgres-major", data.path(), Files.readString(written).strip(), ours);
        }
    }

    @Override
    public void prepare() {
        try {
            requireSameMajor();
            if (!Files.isDirectory(programs())) {
                unpack();
            }
            if (!Files.isDirectory(data.postgres())) {
                initialize();
            }
            awaitLeftovers();
            dropStaleLock();
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public ProcessBuilder process() {
        List<String> command = new ArrayList<>(Apart.command());
        command.addAll(user.command(data.postgres(), programs()));
        command.addAll(List.of(programs().resolve("bin/postgres").toString(), "-D", data.postgres().toString()));
        Map<String, String> options = new HashMap<>();
        options.put("port", Integer.toString(settings.port(Settings.Port.DATABASE)));
        options.put("listen_addresses", "127.0.0.1");
        // A socket's path may not be longer than 107 bytes, and a data folder's can be.
        options.put("unix_socket_directories", "");
        // Said on the command line, nothing in a file or an ALTER SYSTEM turns these off.
        options.put("fsync", "on");
        options.put("full_page_writes", "on");
        options.put("synchronous_commit", "on");
        options.put("password_encryption", "scram-sha-256");
        // 20 for each application, 20 for Keycloak, and room for commands and tests.
        options.put("max_connections", "120");
        options.put("shared_buffers", "128MB");
        options.put("timezone", "UTC");
        options.put("log_timezone", "UTC");
        options.put("log_line_prefix", "%m [%p] %q%u@%d ");
        // Values that a statement carries could be a draft.
        options.put("log_parameter_max_length", "0");
        options.put("log_parameter_max_length_on_error", "0");
        options.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        ProcessBuilder process = new ProcessBuilder(command).directory(data.path().toFile());
        Environment.forPart(process.environment(), Map.of());
        return process;
    }

    /** Makes the roles and databases that are not there yet; asked when the server answers. */
    void makeRoles() {
        PsqlScript newsroom = PsqlScript.resource("/db/roles.sql",
                Map.of("owner_password", secrets.of(Settings.Role.OWNER.usual), "newsroom_password",
                        secrets.of(Settings.Role.NEWSROOM.usual), "site_password",
                        secrets.of(Settings.Role.SITE.usual)));
        PsqlScript keycloak = PsqlScript.resource("keycloak-database.sql",
                Map.of("keycloak_password", secrets.of(Settings.Role.KEYCLOAK.usual)));
        try (Connection connection = Databases.connect(settings.embeddedDatabaseUrl("postgres"), SUPERUSER,
                secrets.of(SUPERUSER), Duration.ofSeconds(10)); Statement statement = connection.createStatement()) {
            newsroom.run(connection);
            keycloak.run(connection);
            statement.execute("revoke connect, temporary on database postgres, template1 from public");
        } catch (SQLException e) {
            throw (Trouble) new Trouble("roles", String.valueOf(e.getMessage())).initCause(e);
        }
    }

    private void unpack() throws IOException {
        String archive = "/postgres-" + system() + "-" + machine() + ".txz";
        Path half = data.parts().resolve("postgres.new");
        Trees.delete(half);
        try (InputStream jar = Postgres.class.getResourceAsStream(archive)) {
            if (jar == null) {
                throw new Trouble("no-postgres-for-machine", system() + " " + machine());
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(jar))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, half);
                }
            }
        }
        Files.move(half, programs(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException(entry.getName());
        }
        if (entry.isDirectory()) {
            DataFolder.directory(file, "rwxr-xr-x");
            return;
        }
        DataFolder.directory(Objects.requireNonNull(file.getParent()), "rwxr-xr-x");
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, into.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file,
                    PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return machine.equals("aarch64") ? "arm_64" : machine.equals("amd64") ? "x86_64" : machine;
    }

    private void initialize() throws IOException {
        Path half = data.path().resolve("postgres.new");
        Path password = data.path().resolve("postgres.password");
        Trees.delete(half);
        Files.createDirectory(half);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
        DataFolder.write(password, secrets.of(SUPERUSER) + "\n");
        try {
            user.give(half);
            user.give(password);
            List<String> command = new ArrayList<>(user.command(half, programs()));
            command.addAll(List.of(programs().resolve("bin/initdb").toString(), "-D", half.toString(), "-U", SUPERUSER,
                    "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin",
                    "--locale=C.UTF-8", "--no-instructions"));
            ProcessBuilder process = new ProcessBuilder(command).directory(data.path().toFile());
            Environment.forPart(process.environment(), Map.of());
            Chore.run("initdb", process, data.log(name()));
            Path access = half.resolve("pg_hba.conf");
            // Written over, not anew: the file stays the server's.
            Files.writeString(access, """
                    # Written by Qalam: by password only, from this machine only.
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128      scram-sha-256
                    """);
            Files.move(half, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /**
     * When a server is killed, its own processes notice and go, but not at once; a new one started among them would refuse.
     * They are known by the folder in which they work.
     */
    private void awaitLeftovers() {
        long end = System.nanoTime() + LEFTOVERS.toNanos();
        for (Footprint left : ofServer()) {
            while (left.isAlive() && System.nanoTime() < end) {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            if (left.isAlive() && !Ending.OF_POSTGRES.end(left)) {
                throw new Trouble("postgres-leftover", left.pid());
            }
        }
    }

    /**
     * A killed server leaves its lock file with its number in it. In a container started anew that number soon belongs to
     * another program, and PostgreSQL would refuse for ever. Only called when no process works in the folder.
     */
    private void dropStaleLock() throws IOException {
        if (Footprint.canLook() && ofServer().isEmpty() && Footprint.marked(mark()).isEmpty()) {
            Files.deleteIfExists(data.postgres().resolve("postmaster.pid"));
        }
    }

    private List<Footprint> ofServer() {
        return Footprint.workingIn(data.postgres(), "postgres");
    }
}
