package kz.qalam.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All of Qalam on one machine: holds the data folder, starts the parts in order, watches over them, and ends them in the
 * reverse order.
 */
final class Machine {

    // Recovery after a crash reads what was not yet written to its place; Keycloak's first start makes its tables.
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long ROOM_FOR_FIRST_START = 1500;
    private static final long ROOM_FOR_LATER_START = 200;

    private final Checkout checkout;
    private final DataFolder data;
    private final Settings settings;
    private final Keys keys;
    private final Voice voice;
    private final List<Part> parts = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private @Nullable FileChannel held;
    private @Nullable Instance instance;
    private boolean ending;

    Machine(Checkout checkout, DataFolder data, Settings settings, Voice voice) {
        this.checkout = checkout;
        this.data = data;
        this.settings = settings;
        this.keys = new Keys(settings, new Secrets(data.secrets()));
        this.voice = voice;
    }

    /** Starts all parts and returns when all of them answer. */
    void start() {
        if (settings.demo() && !settings.onLoopback()) {
            throw new Trouble("demo-beyond-loopback", settings.host());
        }
        boolean first = !data.isSettled();
        data.settle(settings.demo());
        held = hold(data, voice);
        data.requireRoom(settings.number("QALAM_ROOM_MB").orElse(first ? ROOM_FOR_FIRST_START : ROOM_FOR_LATER_START));
        Orphans.end(data, voice);
        requireFreePorts();

        Optional<Postgres> postgres = settings.databaseElsewhere().isPresent()
                ? Optional.empty()
                : Optional.of(new Postgres(data, settings, keys.secrets()));
        Optional<Keycloak> keycloak = settings.keycloakElsewhere().isPresent()
                ? Optional.empty()
                : Optional.of(new Keycloak(checkout, data, settings, keys));
        keycloak.ifPresent(Keycloak::requireNotOlder);
        rememberSettings();
        Application newsroom = Application.newsroom(checkout, data, settings, keys);
        Application site = Application.site(checkout, data, settings, keys);
        parts.add(postgres.<Part>map(local -> local).orElseGet(this::databaseElsewhere));
        parts.add(keycloak.<Part>map(local -> local).orElseGet(this::keycloakElsewhere));
        parts.add(newsroom);
        parts.add(site);
        introduce();
        Thread logs = new Thread(new Logs(data.logs()), "logs");
        logs.setDaemon(true);
        logs.start();

        postgres.ifPresent(local -> {
            begin(local);
            local.makeRoles();
        });
        migrate();
        Runnable entrance = () -> keycloak.ifPresentOrElse(this::beginKeycloak, this::requireKeycloakElsewhere);
        Runnable desk = () -> {
            newsroom.install();
            begin(newsroom);
        };
        Runnable pages = () -> {
            site.install();
            begin(site);
        };
        if (keycloak.map(Keycloak::hasRealm).orElse(true)) {
            // The newsroom waits for Keycloak by itself, and makes its own start meanwhile.
            together(entrance, desk, pages);
        } else {
            // Before the realm is in, Keycloak answers that there is none, and the newsroom would believe it.
            together(() -> {
                entrance.run();
                desk.run();
            }, pages);
        }
        // A benchmark, or a test, makes its own.
        if (settings.demo() && !settings.text("QALAM_DEMO_STORIES").orElse("").equals("none")) {
            bringInDemoStories();
        }
        instance = Objects.requireNonNull(instance).nowReady();
        instance.write();
    }

    /** With what the house was started: commands work with it, and it goes into a backup for whoever must start it elsewhere. */
    private void rememberSettings() {
        ObjectNode told = Json.object();
        settings.withoutSecrets().forEach(told::put);
        // Whoever reads it stands elsewhere
        settings.text("QALAM_PICTURES_FOLDER")
                .ifPresent(named -> told.put("QALAM_PICTURES_FOLDER", data.pictures(settings).toString()));
        settings.text("QALAM_SITE_FOLDER")
                .ifPresent(named -> told.put("QALAM_SITE_FOLDER", data.site(settings).toString()));
        try {
            DataFolder.write(data.settings(), told.toPrettyString());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** A demo without stories is still a newsroom: what goes wrong here is told, and stops nothing. */
    private void bringInDemoStories() {
        DemoStories stories = new DemoStories(settings, data);
        try {
            if (!stories.areIn()) {
                try (Voice.Step step = voice.step("step.demo-stories")) {
                    stories.bringIn();
                    step.done();
                }
            }
        } catch (IOException e) {
            voice.warn("demo-not-filled", String.valueOf(e.getMessage()));
        } catch (Trouble trouble) {
            voice.warn("demo-not-filled", trouble.sentence(voice.words()));
        }
    }

    Instance instance() {
        return Objects.requireNonNull(instance);
    }

    /** Ends every part, the last started first; once, whoever asks. */
    void stop() {
        List<Watch> last;
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            last = new ArrayList<>(watches);
        }
        Chore.endAll();
        last.sort(Comparator.comparingInt(watch -> Part.ENDING_ORDER.indexOf(watch.part())));
        for (Watch watch : last) {
            watch.end();
        }
        try {
            if (instance != null) {
                Files.deleteIfExists(data.run().resolve("instance.json"));
            }
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** Takes the folder for this process alone until that is closed, or says who has it. */
    static FileChannel hold(DataFolder data, Voice voice) {
        try {
            FileChannel channel = FileChannel.open(data.run().resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException ours) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                throw Instance.read(data)
                        .map(other -> new Trouble("folder-held", data.path(), other.launcher().pid(),
                                voice.words().time(other.since())))
                        .orElseGet(() -> new Trouble("folder-held-by-someone", data.path()));
            }
            return channel;
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    private void requireFreePorts() {
        Map<Settings.Port, String> wanted = new EnumMap<>(Settings.Port.class);
        if (settings.databaseElsewhere().isEmpty()) {
            wanted.put(Settings.Port.DATABASE, "127.0.0.1");
        }
        if (settings.keycloakElsewhere().isEmpty()) {
            wanted.put(Settings.Port.KEYCLOAK, "127.0.0.1");
        }
        wanted.put(Settings.Port.NEWSROOM, settings.host());
        wanted.put(Settings.Port.SITE, settings.host());
        wanted.put(Settings.Port.PREVIEW, "127.0.0.1");
        wanted.put(Settings.Port.NEWSROOM_MANAGEMENT, settings.managementHost());
        wanted.put(Settings.Port.SITE_MANAGEMENT, settings.managementHost());
        wanted.forEach((port, host) -> requireFreePort(settings, port, host, voice));
    }

    static void requireFreePort(Settings settings, Settings.Port port, String host, Voice voice) {
        int number = settings.port(port);
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers themselves do: connections just closed do not keep a port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), number));
        } catch (IOException taken) {
            throw new Trouble("port-taken", number, voice.words().say(port.key()), port.variable);
        }
    }

    private Part databaseElsewhere() {
        String url = settings.databaseUrl();
        return new Part.Elsewhere("postgresql", Databases.address(url), new Probe(url,
                settings.user(Settings.Role.NEWSROOM), keys.password(Settings.Role.NEWSROOM)));
    }

    private Part keycloakElsewhere() {
        return new Part.Elsewhere("keycloak", settings.keycloakUrl(),
                Probe.http(settings.realmUrl() + "/.well-known/openid-configuration"));
    }

    private void requireKeycloakElsewhere() {
        if (!parts.get(1).probe().answers()) {
            throw new Trouble("keycloak-silent", settings.realmUrl());
        }
    }

    private void introduce() {
        Instance now = new Instance(data, Footprint.of(ProcessHandle.current().pid(), ""), Instant.now(),
                settings.demo(),
                false, settings.realmUrl(), settings.newsroomHere(),
                parts.stream().map(part -> new Instance.Member(part.name(), part.address(),
                        part.name().equals("postgresql") ? settings.databaseUrl() : part.probe().url(),
                        part instanceof Part.Local)).toList());
        now.write();
        now.point(checkout);
        instance = now;
    }

    private void migrate() {
        String url = settings.databaseUrl();
        Optional<String> owner = keys.find(Settings.Role.OWNER);
        if (owner.isPresent()) {
            try (Voice.Step step = voice.step("step.migrations")) {
                Databases.migrate(url, settings.user(Settings.Role.OWNER), owner.get());
                step.done();
            }
        }
        for (Settings.Role role : new Settings.Role[]{Settings.Role.NEWSROOM, Settings.Role.SITE}) {
            Databases.requireDurable(url, settings.user(role), keys.password(role));
        }
    }

    private void beginKeycloak(Keycloak keycloak) {
        if (!keycloak.isInstalled()) {
            try (Voice.Step step = voice.step("step.keycloak-build")) {
                keycloak.install();
                step.done();
            }
        }
        begin(keycloak);
        keycloak.settle(voice);
    }

    private void begin(Part.Local part) {
        Watch watch = new Watch(part, data, voice);
        synchronized (this) {
            if (ending) {
                throw new Trouble("stopped");
            }
            watches.add(watch);
        }
        try (Voice.Step step = voice.step("step." + part.name())) {
            watch.start(PATIENCE);
            step.done();
        }
    }

    /** Runs all at once; the first trouble of any is told. */
    private static void together(Runnable... all) {
        Executor apart = task -> {
            Thread thread = new Thread(task, "start");
            thread.setDaemon(true);
            thread.start();
        };
        CompletableFuture<Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (Runnable one : all) {
            begun.add(CompletableFuture.runAsync(one, apart).whenComplete((done, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
            }));
        }
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new))).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw e;
        }
    }
}
