package kz.qalam.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./qalam token USER}: a demo account's access token, for trying the API. */
@Command(name = "token", mixinStandardHelpOptions = true)
final class ShowToken implements Callable<Integer> {

    private final Circumstances circumstances;

    @Parameters(paramLabel = "USER")
    private String user = "";

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    ShowToken(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        if (!instance.demo()) {
            throw new Trouble("token-demo-only");
        }
        circumstances.voice().line(Token.ofDemo(instance.realmUrl(), user).get());
        return 0;
    }
}
