package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalam start}: all parts up, and kept up until Ctrl-C or {@code ./qalam stop}. */
@Command(name = "start", mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {

    private final Circumstances circumstances;

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--no-demo")
    private boolean noDemo;

    Start(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() throws InterruptedException {
        Checkout checkout = circumstances.checkout();
        Voice voice = circumstances.voice();
        DataFolder data = DataFolder.at(Optional.ofNullable(folder).orElseGet(checkout::usualData));
        Settings settings = new Settings(circumstances.environment(), !noDemo);
        if (detach) {
            return new Detached(checkout, data, settings, voice).start();
        }
        Machine machine = new Machine(checkout, data, settings, voice);
        Thread hook = new Thread(() -> {
            voice.say("stopping");
            machine.stop();
            voice.say("stopped");
            // Stopping when asked is a success, whatever signal asked.
            Runtime.getRuntime().halt(0);
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            machine.start();
        } catch (RuntimeException failure) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stoppingAlready) {
                new CountDownLatch(1).await();
            }
            machine.stop();
            throw failure;
        }
        OwnClasses.loadAll();
        // Who typed «--detach» reads this from the command that they typed, not from here.
        if (!Detached.isChild()) {
            new Greeting(machine.instance(), new Secrets(data.secrets()), voice, settings.environment()).say();
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
