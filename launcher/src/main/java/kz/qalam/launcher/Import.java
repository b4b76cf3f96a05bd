package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./qalam import}: raw files into the newsroom as drafts, a line a file in the order in which they were named. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

    private static final int AT_ONCE = 4;
    // How far the newsroom may run ahead of a file that takes long, and so of what is printed.
    private static final int AHEAD = 64;

    private final Circumstances circumstances;

    @Parameters(paramLabel = "PATH", arity = "1..*")
    private List<Path> paths = List.of();

    @Option(names = "--as", paramLabel = "USER", defaultValue = "editor")
    private String user = "editor";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Import(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        Voice voice = circumstances.voice();
        Intake intake = new Intake(instance.newsroomHere(), token(instance), dryRun, voice.words());
        RawFiles files = RawFiles.in(paths);
        Map<Intake.Fate, Integer> fates = new EnumMap<>(Intake.Fate.class);
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "import");
            thread.setDaemon(true);
            return thread;
        });
        try (ProgressBar bar = bar(files.all().size())) {
            Deque<Future<List<Intake.Outcome>>> sent = new ArrayDeque<>();
            Iterator<Path> waiting = files.all().iterator();
            while (waiting.hasNext() || !sent.isEmpty()) {
                while (waiting.hasNext() && sent.size() < AHEAD) {
                    Path file = waiting.next();
                    sent.add(hands.submit(() -> intake.bring(file)));
                }
                for (Intake.Outcome outcome : sent.remove().get()) {
                    fates.merge(outcome.fate(), 1, Integer::sum);
                    outcome.lines().forEach(voice::line);
                }
                if (bar != null) {
                    bar.step();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            hands.shutdownNow();
        }
        if (files.passedOver() > 0) {
            voice.warn("import.passed-over", files.passedOver());
        }
        if (files.all().size() > 1 && !dryRun) {
            voice.warn("import.sum", fates.getOrDefault(Intake.Fate.IMPORTED, 0),
                    fates.getOrDefault(Intake.Fate.KNOWN, 0),
                    fates.getOrDefault(Intake.Fate.REFUSED, 0));
        }
        return fates.containsKey(Intake.Fate.REFUSED) ? 1 : 0;
    }

    private Supplier<String> token(Instance instance) {
        Optional<String> given = new Settings(circumstances.environment(), instance.demo()).text("QALAM_TOKEN");
        if (given.isPresent()) {
            return given::get;
        }
        if (!instance.demo()) {
            throw new Trouble("import-needs-token");
        }
        return Token.ofDemo(instance.realmUrl(), user)::get;
    }

    private @Nullable ProgressBar bar(int files) {
        Voice voice = circumstances.voice();
        if (!Boolean.getBoolean("qalam.terminal.errors") || files < 2) {
            return null;
        }
        return new ProgressBarBuilder().setTaskName(voice.words().say("import.progress")).setInitialMax(files)
                .setStyle(ProgressBarStyle.ASCII).setConsumer(new ConsoleProgressBarConsumer(voice.err()))
                .clearDisplayOnFinish()
                .build();
    }
}
