package kz.qalam.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Speaks to whoever typed the command: lines on standard output, troubles and progress on standard error. */
final class Voice {

    // A pipe or a log gets a sign of life this often; a terminal every second.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final List<Step> open = new ArrayList<>();
    private int shown;
    private boolean ticking;

    Voice(Words words, PrintStream out, PrintStream err, boolean terminal) {
        this.words = words;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The process's own streams, in UTF-8 whatever the locale; the script says whether a terminal is at their end. */
    static Voice ofProcess(Words words) {
        return new Voice(words, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("qalam.terminal"));
    }

    Words words() {
        return words;
    }

    boolean onTerminal() {
        return terminal;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    synchronized void say(String key, Object... values) {
        line(words.say(key, values));
    }

    /** A line as it is: an answer that scripts read. */
    synchronized void line(String text) {
        clear();
        out.println(text);
    }

    synchronized void warn(String key, Object... values) {
        clear();
        err.println(words.say(key, values));
    }

    synchronized void trouble(Trouble trouble) {
        clear();
        err.println(trouble.sentence(words));
    }

    /** Begins a step that may take long; a terminal sees its seconds run, a log a line now and then. */
    synchronized Step step(String key, Object... values) {
        Step step = new Step(words.say(key, values));
        open.add(step);
        if (!terminal) {
            line(words.say("step.begins", step.text));
        }
        if (!ticking) {
            ticking = true;
            Thread ticker = new Thread(this::tick, "progress");
            ticker.setDaemon(true);
            ticker.start();
        }
        return step;
    }

    private void tick() {
        while (true) {
            synchronized (this) {
                if (open.isEmpty()) {
                    ticking = false;
                    return;
                }
                if (terminal) {
                    show();
                } else {
                    open.forEach(Step::giveSign);
                }
            }
            try {
                Thread.sleep(1000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void show() {
        StringJoiner running = new StringJoiner(" · ");
        open.forEach(step -> running.add(step.text + " " + words.say("seconds", step.seconds())));
        clear();
        out.print(running);
        out.flush();
        shown = running.length();
    }

    private void clear() {
        if (shown > 0) {
            out.print("\r\u001b[2K");
            shown = 0;
        }
    }

    /** A step on its way; closed without {@link #done()} it leaves no line behind, for the trouble says it all. */
    final class Step implements AutoCloseable {

        private final String text;
        private final long began = System.nanoTime();
        private long lastSign = began;

        private Step(String text) {
            this.text = text;
        }

        void done() {
            synchronized (Voice.this) {
                open.remove(this);
                line(words.say("step.done", text, String.format(words.locale(), "%.1f", nanos() / 1e9)));
            }
        }

        private void giveSign() {
            if (System.nanoTime() - lastSign >= SIGN_OF_LIFE.toNanos()) {
                lastSign = System.nanoTime();
                line(words.say("step.goes-on", text, seconds()));
            }
        }

        private long nanos() {
            return System.nanoTime() - began;
        }

        private long seconds() {
            return nanos() / 1_000_000_000;
        }

        @Override
        public void close() {
            synchronized (Voice.this) {
                open.remove(this);
                clear();
            }
        }
    }
}
