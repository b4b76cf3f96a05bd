package kz.qalam.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it, waits until it answers, and starts it again, ever more patiently, when it dies. */
final class Watch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    // A part that ran this long has earned a quick restart again.
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    private final Part.Local part;
    private final DataFolder data;
    private final Voice voice;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private @Nullable Footprint footprint;

    Watch(Part.Local part, DataFolder data, Voice voice) {
        this.part = part;
        this.data = data;
        this.voice = voice;
    }

    String part() {
        return part.name();
    }

    private String called() {
        return voice.words().part(part.name());
    }

    /** Starts the part and returns when it answers. */
    void start(Duration patience) {
        part.prepare();
        Process begun = launch();
        long end = System.nanoTime() + patience.toNanos();
        while (!part.probe().answers()) {
            if (!begun.isAlive()) {
                throw died("part-died", called(), data.log(part.name()));
            }
            if (System.nanoTime() > end) {
                throw new Trouble("part-silent", called(), data.log(part.name()));
            }
            if (pause(BETWEEN_PROBES)) {
                throw new Trouble("stopped");
            }
        }
        Thread keeper = new Thread(this::keep, "watch " + part.name());
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Ends the part for good. */
    void end() {
        Footprint last;
        synchronized (this) {
            ended.countDown();
            last = footprint;
        }
        if (last != null && !part.ending().end(last)) {
            voice.warn("part.lingers", called(), last.pid());
        }
        Instance.forgetProcess(data, part.name());
    }

    private synchronized Process launch() {
        if (ended.getCount() == 0) {
            throw new Trouble("stopped");
        }
        try {
            Process begun = part.process().redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(part.name()).toFile())).start();
            Footprint its = Footprint.of(begun.pid(), part.mark());
            process = begun;
            footprint = its;
            remember(its);
            return begun;
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** What runs and cannot be written down, on a full disk say, is known by its mark; to start another would make two. */
    private void remember(Footprint its) {
        try {
            Instance.rememberProcess(data, part.name(), its);
        } catch (Trouble unwritten) {
            voice.warn("part.unwritten", called(), its.pid(), unwritten.sentence(voice.words()));
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            long began = System.nanoTime();
            int code = awaitDeath();
            if (ended.getCount() == 0) {
                return;
            }
            voice.warn("part.fell", called(), code);
            if (System.nanoTime() - began > STEADY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            do {
                if (pause(pause)) {
                    return;
                }
                pause = Duration.ofNanos(Math.min(pause.toNanos() * 2, LONGEST_PAUSE.toNanos()));
            } while (!launchAgain());
            // Who answered was brought down by something else and is worth a quick restart; who never does is waited for longer.
            if (awaitAnswer()) {
                pause = FIRST_PAUSE;
            }
        }
    }

    private boolean launchAgain() {
        try {
            part.prepare();
            launch();
            return true;
        } catch (RuntimeException failure) {
            // Whatever it is may pass; the part is tried again.
            if (ended.getCount() > 0) {
                Trouble trouble = Trouble.behind(failure);
                voice.trouble(trouble != null ? trouble : new Trouble("part-unstartable", called(), failure));
            }
            return false;
        }
    }

    /** Whether it came to answer before it died or the end came. */
    private boolean awaitAnswer() {
        Process begun = Objects.requireNonNull(process);
        while (begun.isAlive()) {
            if (part.probe().answers()) {
                voice.say("part.back", called());
                return true;
            }
            if (pause(BETWEEN_PROBES)) {
                return false;
            }
        }
        return false;
    }

    private int awaitDeath() {
        try {
            return Objects.requireNonNull(process).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Waits; whether the end came meanwhile. */
    private boolean pause(Duration length) {
        try {
            return ended.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What to say of a program that ended before it did its work: its own last words. */
    static Trouble died(String key, String called, Path log) {
        String last = lastLines(log);
        if (last.contains("No space left on device")) {
            return new Trouble("disk-full");
        }
        return new Trouble(key, called, log, last);
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
