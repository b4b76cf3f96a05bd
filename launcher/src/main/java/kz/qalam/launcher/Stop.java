package kz.qalam.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalam stop}: ends the running instance in order; after a killed launcher, what it left running. */
@Command(name = "stop", mixinStandardHelpOptions = true)
final class Stop implements Callable<Integer> {

    // PostgreSQL may need a minute to write everything to its place, the others seconds each.
    private static final Ending OF_LAUNCHER = new Ending("TERM", "TERM", Duration.ofMinutes(2));

    private final Circumstances circumstances;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Stop(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Voice voice = circumstances.voice();
        Checkout checkout = circumstances.checkout();
        Optional<Path> asked = Optional.ofNullable(folder);
        Optional<Instance> found = Instance.find(checkout, asked);
        Optional<Footprint> launcher = found.map(Instance::launcher).filter(Footprint::isAlive);
        launcher.ifPresent(running -> {
            try (Voice.Step step = voice.step("step.stop")) {
                if (!OF_LAUNCHER.end(running)) {
                    throw new Trouble("launcher-lingers", running.pid());
                }
                step.done();
            }
        });
        // Even one that was asked to stop may have died over it; and of what a killed restore left no instance tells.
        int orphans = endOrphans(
                found.map(Instance::data).orElseGet(() -> DataFolder.at(asked.orElseGet(checkout::usualData))));
        if (launcher.isEmpty()) {
            voice.say(orphans == 0 ? "nothing-runs" : "stopped");
        }
        return 0;
    }

    private int endOrphans(DataFolder data) {
        if (!Files.isDirectory(data.run())) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(data.run().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            // Someone who holds the folder restores it or is about to start: the orphans are theirs to end.
            return lock == null ? 0 : Orphans.end(data, circumstances.voice());
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }
}
