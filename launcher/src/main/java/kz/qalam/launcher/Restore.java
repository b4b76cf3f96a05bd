package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./qalam restore FILE}: an empty data folder becomes what the backup holds. The file is looked through to its last byte
 * before anything is written; what comes of it publishes nothing until {@code ./qalam resume}.
 */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PICTURES = "pictures/";
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    /** Who gets into the tables at all, as V1 says it. */
    private static final List<String> USAGE = List.of("newsroom to qalam_newsroom",
            "site to qalam_newsroom, qalam_site");

    private final Circumstances circumstances;

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Restore(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        DataFolder data = DataFolder
                .at(Optional.ofNullable(folder).orElseGet(circumstances.checkout()::usualData));
        Voice voice = circumstances.voice();
        data.requireEmpty();
        try (BackupReader backup = looked(voice)) {
            boolean demo = backup.manifest().path("demo").asBoolean();
            requireKnown(backup);
            Settings settings = new Settings(circumstances.environment(), demo);
            Path pictures = data.pictures(settings);
            requireEmpty(pictures);
            data.requireRoom(settings.number("QALAM_ROOM_MB").orElse(1500L));
            if (settings.databaseElsewhere().isEmpty()) {
                Machine.requireFreePort(settings, Settings.Port.DATABASE, "127.0.0.1", voice);
            }
            data.beginRestore(demo);
            // Whoever stops what a killed one left must not take this one's database for it.
            try (FileChannel held = Machine.hold(data, voice)) {
                putFiles(backup, data, pictures);
                Keys keys = new Keys(settings, new Secrets(data.secrets()));
                if (settings.databaseElsewhere().isPresent()) {
                    fill(backup, settings, keys, voice);
                } else {
                    within(data, settings, keys, voice, () -> fill(backup, settings, keys, voice));
                }
                data.endRestore(demo);
            }
            voice.say("restore.done", data.path(), voice.words().time(made(backup)));
            for (JsonNode left : backup.manifest().path("left")) {
                voice.warn("backup.without-" + left.asText());
            }
            if (settings.text("QALAM_PICTURES_BUCKET").isPresent() && !backup.members(PICTURES).isEmpty()) {
                voice.warn("restore.pictures-not-in-bucket", pictures);
            }
            return 0;
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    private BackupReader looked(Voice voice) throws IOException {
        try (Voice.Step step = voice.step("step.backup-check")) {
            BackupReader backup = BackupReader.open(file.toAbsolutePath());
            step.done();
            return backup;
        }
    }

    /** A backup by a newer Qalam has tables that we do not know; one by an older we can make as it made them. */
    private void requireKnown(BackupReader backup) throws IOException {
        for (JsonNode migration : backup.manifest().path("migrations")) {
            String script = migration.path("script").asText();
            if (Backup.migration(script).filter(migration.path("sha256").asText()::equals).isEmpty()) {
                throw new Trouble("backup-newer", file, backup.manifest().path("qalam").asText());
            }
        }
        if (Versions.isNewer(backup.manifest().path("keycloak").asText(), Versions.KEYCLOAK)) {
            throw new Trouble("backup-newer", file, "Keycloak " + backup.manifest().path("keycloak").asText());
        }
    }

    /** Two houses never share pictures: what one of them lacks would be the other's. */
    static void requireEmpty(Path pictures) throws IOException {
        if (Files.isDirectory(pictures)) {
            try (Stream<Path> there = Files.list(pictures)) {
                if (there.findAny().isPresent()) {
                    throw new Trouble("restore-pictures-there", pictures);
                }
            }
        }
    }

    private static void putFiles(BackupReader backup, DataFolder data, Path pictures) throws IOException {
        List<String> names = new ArrayList<>();
        for (String kept : List.of("settings.json", "realm.json", "secrets/", "seals/", PICTURES)) {
            names.addAll(backup.members(kept));
        }
        Set<Path> folders = new HashSet<>();
        for (String name : names) {
            boolean picture = name.startsWith(PICTURES);
            Path root = picture ? pictures : data.path();
            Path to = root.resolve(picture ? name.substring(PICTURES.length()) : name).normalize();
            if (!to.startsWith(root)) {
                throw new IOException(name);
            }
            Path in = Objects.requireNonNull(to.getParent());
            DataFolder.directory(in, "rwx------");
            folders.add(in);
            try (InputStream member = backup.member(name)) {
                BackupWriter.write(to, member, "rw-------");
            }
        }
        for (Path written : folders) {
            BackupWriter.sync(written);
        }
    }

    /** Runs PostgreSQL in the new data folder while that lasts. */
    private static void within(DataFolder data, Settings settings, Keys keys, Voice voice, Runnable work) {
        Postgres postgres = new Postgres(data, settings, keys.secrets());
        Watch watch = new Watch(postgres, data, voice);
        Thread hook = new Thread(watch::end, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            try (Voice.Step step = voice.step("step.postgresql")) {
                watch.start(PATIENCE);
                postgres.makeRoles();
                step.done();
            }
            work.run();
        } finally {
            watch.end();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void fill(BackupReader backup, Settings settings, Keys keys, Voice voice) {
        try (Voice.Step step = voice.step("step.restore")) {
            newsroom(backup, settings, keys);
            if (backup.has("keycloak/tables.json") && settings.keycloakElsewhere().isEmpty()) {
                keycloak(backup, settings, keys);
            }
            step.done();
        } catch (IOException e) {
            throw Trouble.of(e);
        } catch (SQLException e) {
            throw (Trouble) new Trouble("restore-database", String.valueOf(e.getMessage())).initCause(e);
        }
    }

    private static void newsroom(BackupReader backup, Settings settings, Keys keys) throws SQLException, IOException {
        String owner = keys.find(Settings.Role.OWNER).orElseThrow(() -> new Trouble("password-missing",
                Settings.Role.OWNER.passwordVariable(), Settings.Role.OWNER.usual));
        String user = settings.user(Settings.Role.OWNER);
        try (Connection connection = Databases.connect(settings.databaseUrl(), user, owner, TO_CONNECT);
                Statement statement = connection.createStatement()) {
            if (isTrue(statement, "select exists (select from pg_namespace where nspname = 'newsroom')")) {
                throw new Trouble("restore-database-full", Databases.address(settings.databaseUrl()));
            }
        }
        JsonNode migrations = backup.manifest().path("migrations");
        String last = migrations.get(migrations.size() - 1).path("script").asText();
        Databases.migrateTo(settings.databaseUrl(), user, owner, last.substring(1, last.indexOf("__")));
        try (Connection connection = Databases.connect(settings.databaseUrl(), user, owner, TO_CONNECT);
                Statement statement = connection.createStatement()) {
            Catalogue held = catalogue(backup, "newsroom/");
            TableCopies.into(connection, held, table -> backup.member("newsroom/" + table + ".copy"));
            requireSame(connection, held, Backup.NEWSROOM);
            // Whoever wrote to it wrote to another house's: this one need not wait for their lease to run out.
            statement.execute("update site.target set lease_until = null");
            close(connection, made(backup));
            connection.commit();
        }
        Databases.migrate(settings.databaseUrl(), user, owner);
        try (Connection connection = Databases.connect(settings.databaseUrl(), user, owner, TO_CONNECT)) {
            connection.setAutoCommit(false);
            hold(connection, made(backup));
            connection.commit();
        }
    }

    /**
     * Before the rows can be seen: someone's processes may already ask at this address, and we may be ended before the house is
     * held. Nobody but the owner gets in, and where the tables know of holding, it is held.
     */
    private static void close(Connection connection, Instant made) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String usage : USAGE) {
                statement.execute("revoke usage on schema " + usage.replace(" to ", " from "));
            }
            if (isTrue(statement, "select to_regclass('newsroom.house') is not null")) {
                try (PreparedStatement hold = connection.prepareStatement(
                        """
                                update newsroom.house set held_at = clock_timestamp(), held_because = 'RESTORED', backup_at = ?""")) {
                    hold.setObject(1, made.atOffset(ZoneOffset.UTC));
                    hold.execute();
                }
            }
        }
    }

    /** Of what an older Qalam wrote the tables are up to date now: it is held as this one holds, told in the trail, and open. */
    private static void hold(Connection connection, Instant made) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement hold = connection.prepareStatement("select newsroom.hold_house('RESTORED', ?)")) {
            hold.setObject(1, made.atOffset(ZoneOffset.UTC));
            hold.execute();
            for (String usage : USAGE) {
                statement.execute("grant usage on schema " + usage);
            }
        }
    }

    private static void keycloak(BackupReader backup, Settings settings, Keys keys) throws SQLException, IOException {
        try (Connection connection = Databases.connect(settings.keycloakDatabaseUrl(),
                settings.user(Settings.Role.KEYCLOAK), keys.password(Settings.Role.KEYCLOAK), TO_CONNECT);
                Statement statement = connection.createStatement()) {
            if (isTrue(statement, """
                    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where n.nspname = 'public' and c.relkind = 'r')""")) {
                throw new Trouble("restore-database-full", Databases.address(settings.keycloakDatabaseUrl()));
            }
            Catalogue held = catalogue(backup, "keycloak/");
            TableCopies.anew(connection, held, table -> backup.member("keycloak/" + table + ".copy"));
            requireSame(connection, held, Backup.KEYCLOAK);
            connection.commit();
        }
    }

    private static Catalogue catalogue(BackupReader backup, String folder) throws IOException {
        return new Catalogue((ObjectNode) backup.json(folder + "tables.json"));
    }

    /** What was made must take the same rows and refuse the same ones as what was backed up. */
    private static void requireSame(Connection connection, Catalogue held, List<String> schemas) throws SQLException {
        JsonNode made = Catalogue.read(connection, schemas).tables();
        if (!made.equals(held.tables())) {
            throw new Trouble("restore-unlike", difference(held.tables(), made));
        }
        try (Statement statement = connection.createStatement()) {
            for (JsonNode table : held.tables()) {
                String name = table.path("name").asText();
                try (ResultSet count = statement.executeQuery("select count(*) from " + name)) {
                    count.next();
                    if (count.getLong(1) != held.description().path("rows").path(name).asLong()) {
                        throw new Trouble("restore-unlike", name);
                    }
                }
            }
        }
    }

    private static String difference(JsonNode held, JsonNode made) {
        for (int i = 0; i < held.size(); i++) {
            if (!held.get(i).equals(made.get(i))) {
                return held.get(i).path("name").asText();
            }
        }
        return made.size() + " ≠ " + held.size();
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Instant made(BackupReader backup) {
        return Instant.parse(backup.manifest().path("made").asText());
    }
}
