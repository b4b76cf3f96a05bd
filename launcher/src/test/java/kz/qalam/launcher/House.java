package kz.qalam.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import kz.qalam.launcher.bench.FreePorts;

/**
 * A whole Qalam for tests: real PostgreSQL, Keycloak, newsroom and site, started by the launcher as a process of its own, on
 * free ports, in a data folder that is deleted at the end. Most tests share one ({@link #shared()}); its parts may be killed, as
 * long as the test waits until they are up again.
 */
final class House implements AutoCloseable {

    static final String POSTGRESQL = "postgresql";
    static final String KEYCLOAK = "keycloak";
    static final String NEWSROOM = "newsroom";
    static final String SITE = "site";
    static final List<String> PARTS = List.of(POSTGRESQL, KEYCLOAK, NEWSROOM, SITE);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static @Nullable House shared;
    private static @Nullable AssertionError broken;

    private final Path home;
    private final Map<String, String> environment;
    private final String[] options;
    private @Nullable Process launcher;
    private int starts;

    /** Prepares a house; {@link #start()} starts it. */
    House(Map<String, String> environment, String... options) {
        try {
            this.home = Files.createTempDirectory("qalam-house");
            this.environment = new HashMap<>(environment(environment));
            this.options = options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The house that tests share; started at the first asking, ended with the JVM. */
    static synchronized House shared() {
        if (broken != null) {
            throw new AssertionError("the shared house did not start", broken);
        }
        if (shared == null) {
            House house = new House(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            try {
                house.start();
            } catch (AssertionError failure) {
                broken = failure;
                throw failure;
            }
            shared = house;
        }
        // A test may leave it stopped.
        if (!shared.launcher().isAlive()) {
            shared.start();
        }
        return shared;
    }

    /** What commands are run with: nothing of the machine's own Qalam, free ports, Kazakh. */
    private static Map<String, String> environment(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (Settings.Port port : Settings.Port.values()) {
            environment.put(port.variable, Integer.toString(FreePorts.next()));
        }
        environment.put("QALAM_LANG", "kk");
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(more);
        return environment;
    }

    Path data() {
        return home.resolve("data");
    }

    Secrets secrets() {
        return new Secrets(data().resolve("secrets"));
    }

    /** What the house was started with. */
    Settings settings() {
        return new Settings(environment, true);
    }

    String variable(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    String newsroomUrl() {
        return "http://127.0.0.1:" + variable("QALAM_NEWSROOM_PORT");
    }

    String siteUrl() {
        return "http://127.0.0.1:" + variable("QALAM_SITE_PORT");
    }

    String keycloakUrl() {
        return "http://127.0.0.1:" + variable("QALAM_KEYCLOAK_PORT");
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + variable("QALAM_DB_PORT") + "/qalam";
    }

    /** A connection as that role, with its real password. */
    Connection database(Settings.Role role) throws SQLException {
        return DriverManager.getConnection(databaseUrl(), role.usual, secrets().of(role.usual));
    }

    /** An access token of a demo account. */
    String token(String user) {
        return Token.ofDemo(keycloakUrl() + "/realms/qalam-demo", user).get();
    }

    // ------------------------------------------------------------------------------------------ starting and ending

    /** Says more of the environment in which it is started next. */
    void set(Map<String, String> more) {
        environment.putAll(more);
    }

    /** Starts all parts and waits until they are up. */
    void start() {
        long began = System.nanoTime();
        begin();
        waitFor("the house to say that it is ready", () -> {
            if (!launcher().isAlive()) {
                throw new AssertionError("the launcher ended:\n" + said());
            }
            return instance().filter(Instance::ready).isPresent() && said().contains("Ctrl-C");
        });
        System.out.printf("house: start %d, all parts up after %.1f s%n", starts, (System.nanoTime() - began) / 1e9);
    }

    /** Starts the launcher and waits for nothing. */
    void begin() {
        try {
            launcher = process("start").redirectErrorStream(true).redirectOutput(output(++starts).toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the launcher as Ctrl-C or `stop` do, and waits; returns its exit code. */
    int stop() {
        launcher().destroy();
        return awaitExit();
    }

    int awaitExit() {
        try {
            if (!launcher().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher does not end:\n" + said());
            }
            return launcher().exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            if (launcher != null && launcher.isAlive()) {
                stop();
            }
            // After a test that failed half-way there may be parts without a launcher.
            run("stop");
            Trees.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ------------------------------------------------------------------------------------------ its parts

    /** The number of a part's process, as recorded; the part may have died since. */
    long pid(String part) {
        return footprint(part).pid();
    }

    Footprint footprint(String part) {
        return Instance.process(DataFolder.at(data()), part)
                .orElseThrow(() -> new AssertionError("no process of " + part));
    }

    long launcherPid() {
        return launcher().pid();
    }

    /** Kills a part with kill -9. */
    void kill(String part) {
        footprint(part).send("KILL");
    }

    void killLauncher() {
        launcher().destroyForcibly();
        awaitExit();
    }

    /** Waits until the launcher runs and every part answers. */
    void waitUntilUp() {
        for (String part : PARTS) {
            waitUntilUp(part);
        }
    }

    void waitUntilUp(String part) {
        waitFor(part + " to be up", () -> instance().filter(instance -> instance.members().stream()
                .anyMatch(member -> member.name().equals(part) && instance.answers(member, environment))).isPresent());
    }

    private Optional<Instance> instance() {
        return Instance.read(DataFolder.at(data())).filter(instance -> instance.launcher().pid() == launcherPid());
    }

    private Process launcher() {
        return Objects.requireNonNull(launcher);
    }

    /** What the launcher has said since its last start. */
    String said() {
        try {
            return Files.readString(output(starts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output(int start) {
        return home.resolve("start-" + start + ".out");
    }

    // ------------------------------------------------------------------------------------------ commands

    /** What a command answered. */
    record Answer(int exit, String out, String err) {}

    /** Begins `./qalam COMMAND …` for this house and waits for nothing. */
    Process beginning(String... command) {
        try {
            return process(command).redirectErrorStream(true).redirectOutput(home.resolve("beginning.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs `./qalam COMMAND …` for this house and waits for its end. */
    Answer run(String... command) {
        return run(Map.of(), command);
    }

    /** The same, with more in its environment. */
    Answer run(Map<String, String> more, String... command) {
        ProcessBuilder process = process(command);
        process.environment().putAll(more);
        return run(process);
    }

    private Answer run(ProcessBuilder command) {
        try {
            Path err = Files.createTempFile(home, "command", ".err");
            Process process = command.redirectError(err.toFile()).start();
            process.getOutputStream().close();
            // To the end of the stream: a child that kept it open would keep us waiting.
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), out, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs a command with these options and no others. */
    Answer runAsTyped(String... command) {
        return run(typed(command));
    }

    private ProcessBuilder process(String... command) {
        List<String> line = new ArrayList<>(Arrays.asList(command));
        if (command[0].equals("start")) {
            line.addAll(List.of("--data", data().toString()));
            line.addAll(Arrays.asList(options));
        }
        return typed(line.toArray(String[]::new));
    }

    private ProcessBuilder typed(String... command) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dqalam.home=" + checkout(),
                "-Dqalam.pointer=" + home.resolve("pointer"), "-cp", classPath(),
                Qalam.class.getName()));
        line.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QALAM_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** What was built, as the script runs it. */
    private static String classPath() {
        return System.getProperty("qalam.test.classpath",
                checkout().resolve("launcher/target/qalam-launcher.jar").toString());
    }

    static Path checkout() {
        // Maven runs the tests in the module's folder.
        return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    }

    static void waitFor(String what, BooleanSupplier come) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
