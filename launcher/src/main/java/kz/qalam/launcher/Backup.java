package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./qalam backup FILE}: all that a newsroom must not lose, in one file, while it works on. What names something is read
 * before what it names: seals, then the databases, then pictures; so nothing in the file points at what is not in it.
 */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {

    /** The newsroom's own schemas; what else is in its database is Flyway's. */
    static final List<String> NEWSROOM = List.of("newsroom", "site");
    static final List<String> KEYCLOAK = List.of("public");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** So many missing pictures are named one by one. */
    private static final int NAMED = 10;
    /** What is still being written. */
    private static final Pattern HALF = Pattern.compile(".*\\.(new|part|tmp|lock)");

    private final Circumstances circumstances;

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--incomplete")
    private boolean incomplete;

    Backup(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        Path to = file.toAbsolutePath();
        if (Files.exists(to)) {
            throw new Trouble("backup-exists", to);
        }
        if (!Files.isDirectory(Objects.requireNonNull(to.getParent()))) {
            throw new Trouble("backup-no-folder", to.getParent());
        }
        Voice voice = circumstances.voice();
        try (Voice.Step step = voice.step("step.backup")) {
            List<String> left = new ArrayList<>();
            long size = write(instance, to, left);
            step.done();
            voice.say("backup.done", to, (size + 99_999) / 100_000 / 10.0);
            left.forEach(what -> voice.warn("backup.without-" + what));
            return 0;
        } catch (FileAlreadyExistsException meanwhile) {
            throw (Trouble) new Trouble("backup-exists", to).initCause(meanwhile);
        } catch (IOException e) {
            throw Trouble.of(e);
        } catch (SQLException e) {
            throw (Trouble) new Trouble("backup-database", String.valueOf(e.getMessage())).initCause(e);
        }
    }

    /** What a house keeps elsewhere, and a backup therefore leaves out: it says so, and so does whoever restores it. */
    static List<String> left(Settings settings) {
        return Stream.of(settings.text("QALAM_PICTURES_BUCKET").map(bucket -> "pictures"),
                settings.keycloakElsewhere().map(keycloak -> "accounts")).flatMap(Optional::stream).toList();
    }

    private long write(Instance instance, Path to, List<String> left) throws IOException, SQLException {
        DataFolder data = instance.data();
        Settings settings = instance.settings(circumstances.environment());
        Keys keys = new Keys(settings, new Secrets(data.secrets()));
        ObjectNode manifest = Json.object().put("qalam", Versions.QALAM)
                .put("made", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).put("demo", instance.demo())
                .put("realm", settings.realm()).put("keycloak", Versions.KEYCLOAK);
        left.addAll(left(settings));
        try (BackupWriter backup = new BackupWriter(to, manifest)) {
            copyIfThere(backup, data.settings(), "settings.json");
            copyIfThere(backup, data.realm(), "realm.json");
            each(data.secrets(), (secret, name) -> copyIfThere(backup, secret, "secrets/" + name));
            // A seal is younger than what it seals: taken first, none names an entry that the snapshot lacks.
            each(data.seals(), (seal, name) -> copyIfThere(backup, seal, "seals/" + name));
            boolean ourKeycloak = settings.keycloakElsewhere().isEmpty();
            String owner = keys.find(Settings.Role.OWNER)
                    .orElseThrow(() -> new Trouble("password-missing", Settings.Role.OWNER.passwordVariable(),
                            Settings.Role.OWNER.usual));
            try (Connection newsroom = Databases.connect(settings.databaseUrl(), settings.user(Settings.Role.OWNER),
                    owner, PATIENCE);
                    Connection keycloak = ourKeycloak
                            ? Databases.connect(settings.keycloakDatabaseUrl(), settings.user(Settings.Role.KEYCLOAK),
                                    keys.password(Settings.Role.KEYCLOAK), PATIENCE)
                            : null) {
                TableCopies.freeze(newsroom);
                if (keycloak != null) {
                    TableCopies.freeze(keycloak);
                }
                manifest.put("postgres", newsroom.getMetaData().getDatabaseMajorVersion());
                migrations(newsroom, manifest);
                copyTables(newsroom, NEWSROOM, backup, "newsroom/");
                if (keycloak != null) {
                    List<String> strangers = Catalogue.strangers(keycloak, KEYCLOAK.get(0));
                    if (!strangers.isEmpty()) {
                        throw new Trouble("backup-strangers", String.join(", ", strangers));
                    }
                    copyTables(keycloak, KEYCLOAK, backup, "keycloak/");
                }
            }
            if (settings.text("QALAM_PICTURES_BUCKET").isEmpty()) {
                Path pictures = data.pictures(settings);
                List<String> missing = missingOriginals(settings, owner, pictures);
                if (!missing.isEmpty() && !incomplete) {
                    throw new Trouble("backup-pictures-missing", pictures, missing.size(), named(missing));
                }
                if (!missing.isEmpty()) {
                    left.add("originals");
                }
                // A picture is there before the row that names it: whatever the snapshot names is found here.
                each(pictures, (picture, name) -> copyPicture(backup, picture, "pictures/" + name));
            }
            left.forEach(manifest.withArray("left")::add);
            return backup.finish();
        }
    }

    /** Digests of all pictures whose originals are not in that folder. What is redacted in this moment is looked at twice. */
    private static List<String> missingOriginals(Settings settings, String owner, Path pictures) throws SQLException {
        try (Connection newsroom = Databases.connect(settings.databaseUrl(), settings.user(Settings.Role.OWNER), owner,
                PATIENCE)) {
            newsroom.setAutoCommit(false);
            List<String> missing = missingOriginals(newsroom, pictures);
            return missing.isEmpty() ? missing : missingOriginals(newsroom, pictures);
        }
    }

    private static List<String> missingOriginals(Connection newsroom, Path pictures) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Statement statement = newsroom.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(
                    """
                            select encode(p.digest, 'hex') from newsroom.picture p
                              where not exists (select from newsroom.picture_redaction d where d.picture = p.id) order by p.id""")) {
                while (row.next()) {
                    String digest = row.getString(1);
                    if (!Files.isRegularFile(original(pictures, digest))) {
                        missing.add(digest);
                    }
                }
            }
        }
        return missing;
    }

    static Path original(Path pictures, String digest) {
        return pictures.resolve("originals").resolve(digest.substring(0, 2)).resolve(digest);
    }

    private static String named(List<String> missing) {
        return String.join(", ", missing.subList(0, Math.min(missing.size(), NAMED)))
                + (missing.size() > NAMED ? ", …" : "");
    }

    private static void copyPicture(BackupWriter backup, Path picture, String name) throws IOException {
        try (InputStream in = Files.newInputStream(picture); OutputStream out = backup.packedMember(name)) {
            in.transferTo(out);
        } catch (NoSuchFileException gone) {
            // A half one that has got its name meanwhile: no row of the snapshot names it.
        }
    }

    private static void copyTables(Connection connection, List<String> schemas, BackupWriter backup, String folder)
            throws SQLException, IOException {
        Catalogue catalogue = Catalogue.read(connection, schemas);
        ObjectNode rows = catalogue.description().putObject("rows");
        TableCopies.out(connection, catalogue, new TableCopies.Out() {
            @Override
            public OutputStream member(String table) throws IOException {
                return backup.member(folder + table + ".copy");
            }

            @Override
            public void done(String table, long count) {
                rows.put(table, count);
            }
        });
        backup.text(folder + "tables.json", catalogue.description().toPrettyString());
    }

    /** Which scripts made the tables, so that a restore makes them by the same ones. */
    private static void migrations(Connection newsroom, ObjectNode manifest) throws SQLException, IOException {
        try (Statement statement = newsroom.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                                select script from public.flyway_schema_history where success and type = 'SQL' order by installed_rank""")) {
            while (row.next()) {
                String script = row.getString(1);
                manifest.withArray("migrations").addObject().put("script", script).put("sha256",
                        migration(script).orElseThrow(() -> new Trouble("database-newer", script)));
            }
        }
    }

    /** The SHA-256 of a migration that this Qalam knows. */
    static Optional<String> migration(String script) throws IOException {
        try (InputStream in = Backup.class.getResourceAsStream("/db/migration/" + script)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(HexFormat.of().formatHex(BackupWriter.sha256().digest(in.readAllBytes())));
        }
    }

    private static void copyIfThere(BackupWriter backup, Path from, String name) throws IOException {
        if (Files.isRegularFile(from)) {
            try (InputStream in = Files.newInputStream(from); OutputStream out = backup.member(name)) {
                in.transferTo(out);
            }
        }
    }

    /** What is done with a file, by its name within the folder that is walked through. */
    interface Visit {
        void of(Path file, Path name) throws IOException;
    }

    /**
     * Visits all files below a folder that are whole, one after the other in the order in which the disk names them: a list of a
     * million would not fit into memory. Links are followed, of the folder and below it; one that leads back is passed over. A
     * folder that links to nothing is a failure.
     */
    static void each(Path folder, Visit visit) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path root = folder.toRealPath();
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isWhole(file) && Files.isRegularFile(file)) {
                    visit.of(file, root.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return e instanceof NoSuchFileException || e instanceof FileSystemLoopException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, e);
            }
        });
    }

    private static boolean isWhole(Path file) {
        return !HALF.matcher(file.getFileName().toString()).matches();
    }
}
