package kz.qalam.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded Keycloak: built once a version for PostgreSQL, run from the data folder, listening on loopback only. At its
 * first start it takes in our realm.
 */
final class Keycloak implements Part.Local {

    private static final int MEGABYTES = 384;
    private static final String ADMIN = "qalam-launcher";
    private static final String FIRST_ADMIN = "first-admin";

    private final Checkout checkout;
    private final DataFolder data;
    private final Settings settings;
    private final Keys keys;

    Keycloak(Checkout checkout, DataFolder data, Settings settings, Keys keys) {
        this.checkout = checkout;
        this.data = data;
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String address() {
        return settings.keycloakUrl();
    }

    @Override
    public Probe probe() {
        return Probe.http(settings.realmUrl() + "/.well-known/openid-configuration");
    }

    @Override
    public String mark() {
        return Java.mark(name(), data);
    }

    private Path ours() {
        return data.parts().resolve("keycloak-" + Versions.KEYCLOAK);
    }

    /** From where Keycloak takes in realms. */
    private Path imports() {
        return ours().resolve("data/import");
    }

    /** Named as Keycloak wants it. */
    private Path realmFile() {
        return imports().resolve(settings.realm() + "-realm.json");
    }

    /** Whether the realm was taken in, so that its accounts' first passwords need not lie about any longer. */
    boolean hasRealm() {
        return Files.exists(data.realm());
    }

    /** Keycloak brings its own tables up to date, but never back: an older one would damage them. */
    void requireNotOlder() {
        if (!hasRealm()) {
            return;
        }
        try {
            String last = Json.read(Files.readAllBytes(data.realm())).path("keycloak").asText();
            if (Versions.isNewer(last, Versions.KEYCLOAK)) {
                throw new Trouble("keycloak-newer", data.path(), last, Versions.KEYCLOAK);
            }
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    boolean isInstalled() {
        return Files.isDirectory(ours());
    }

    /** Builds it for PostgreSQL, if no start did so before, and takes a copy into the data folder. */
    void install() {
        if (isInstalled()) {
            return;
        }
        Path unpacked = checkout.keycloak();
        if (!Files.isDirectory(unpacked.resolve("lib"))) {
            throw new Trouble("not-built", unpacked);
        }
        Path built = unpacked.resolve("built-for-postgres");
        // Two first starts from one checkout take turns.
        try (RandomAccessFile file = new RandomAccessFile(unpacked.resolve("build.lock").toFile(), "rw");
                FileLock turn = file.getChannel().lock()) {
            if (turn.isValid() && !Files.exists(built)) {
                String mark = "-Dqalam.part=keycloak-build:" + unpacked;
                Footprint.marked(mark).forEach(Ending.OF_JAVA::end);
                List<String> command = new ArrayList<>(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mark, "-Xmx512m"));
                command.addAll(server(unpacked));
                command.addAll(List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false"));
                ProcessBuilder process = new ProcessBuilder(command).directory(data.path().toFile());
                Environment.forPart(process.environment(), Map.of());
                Chore.run("keycloak build", process, data.log(name()));
                Files.createFile(built);
            }
            Trees.copy(unpacked, ours());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public void prepare() {
        if (hasRealm()) {
            return;
        }
        try {
            // Keycloak refuses to start over a file that it can't take in: an earlier try's must not lie there.
            Trees.delete(imports());
            DataFolder.directory(imports(), "rwx------");
            Optional<String> firstAdmin = settings.demo()
                    ? Optional.empty()
                    : Optional.of(keys.secrets().of(FIRST_ADMIN));
            DataFolder.write(realmFile(),
                    new Realm(settings, keys.clientSecret(), keys.staffSecret()).description(firstAdmin).toString());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public ProcessBuilder process() {
        List<String> command = new ArrayList<>(Java.command(name(), data, settings, MEGABYTES, 0));
        // It starts often and works little: the quick compiler alone halves its start.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(server(ours()));
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        ProcessBuilder process = new ProcessBuilder(command).directory(data.path().toFile());
        Environment.forPart(process.environment(),
                Map.ofEntries(Map.entry("KC_DB_URL", settings.keycloakDatabaseUrl()),
                        Map.entry("KC_DB_USERNAME", settings.user(Settings.Role.KEYCLOAK)),
                        Map.entry("KC_DB_PASSWORD", keys.password(Settings.Role.KEYCLOAK)),
                        Map.entry("KC_DB_POOL_INITIAL_SIZE", "1"), Map.entry("KC_DB_POOL_MIN_SIZE", "1"),
                        Map.entry("KC_DB_POOL_MAX_SIZE", "20"), Map.entry("KC_HTTP_ENABLED", "true"),
                        Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                        Map.entry("KC_HTTP_PORT", Integer.toString(settings.port(Settings.Port.KEYCLOAK))),
                        // One name for the issuer of tokens, whether it is asked by 127.0.0.1 or localhost.
                        Map.entry("KC_HOSTNAME", settings.keycloakUrl()), Map.entry("KC_CACHE", "local"),
                        Map.entry("KC_LOG_CONSOLE_COLOR", "false"),
                        // Without one, Keycloak offers whoever asks first on this machine to become its admin.
                        Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN),
                        Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", keys.secrets().of("keycloak-admin"))));
        return process;
    }

    /** What kc.sh gives to Java; started directly, the process that we watch is the server itself. */
    private static List<String> server(Path home) {
        return List.of("-XX:MetaspaceSize=96M", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true", "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home + "/conf",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en", "-Duser.country=US", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    /** After it answered: notes that the realm is in, or fits an older one to today's addresses. */
    void settle(Voice voice) {
        if (hasRealm()) {
            if (!new Realm(settings, keys.clientSecret(), keys.staffSecret()).align(ADMIN,
                    keys.secrets().of("keycloak-admin"))) {
                voice.warn("realm-not-aligned");
            }
        }
        try {
            DataFolder.write(data.realm(), Json.object().put("realm", settings.realm())
                    .put("keycloak", Versions.KEYCLOAK).toString());
            Files.deleteIfExists(realmFile());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** The first admin's password, told once: whoever tells it calls {@link #firstAdminTold} then. */
    static Optional<String> firstAdmin(Secrets secrets) {
        return secrets.find(FIRST_ADMIN);
    }

    static void firstAdminTold(Secrets secrets) {
        secrets.forget(FIRST_ADMIN);
    }
}
