package kz.qalam.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./qalam COMMAND}. */
@Command(name = "qalam", mixinStandardHelpOptions = true)
public final class Qalam implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private Qalam() {
    }

    public static void main(String[] arguments) {
        Voice voice = Voice.ofProcess(Words.in(System.getenv()));
        System.exit(line(new Circumstances(Checkout.fromProperties(), System.getenv(), voice)).execute(arguments));
    }

    /** Every command there is. One more is one more line here, and its words in the message bundles. */
    private static List<Object> commands(Circumstances circumstances) {
        return List.of(new Start(circumstances), new Stop(circumstances), new Status(circumstances),
                new ShowToken(circumstances), new Import(circumstances), new Backup(circumstances),
                new Restore(circumstances), new Resume(circumstances), new Verify(circumstances),
                new Redact(circumstances), new RedactPicture(circumstances), new Rebuild(circumstances),
                new Bench(circumstances));
    }

    static CommandLine line(Circumstances circumstances) {
        Voice voice = circumstances.voice();
        CommandLine line = new CommandLine(new Qalam());
        commands(circumstances).forEach(line::addSubcommand);
        // After the first word that is no option, everything is a language tool's own.
        line.addSubcommand(new CommandLine(new Lang(circumstances)).setStopAtPositional(true));
        line.getCommandSpec().version("Qalam " + Versions.QALAM);
        line.setResourceBundle(voice.words().bundle());
        line.setOut(new PrintWriter(voice.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(voice.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Trouble trouble = Trouble.behind(failure);
            if (trouble == null) {
                throw failure;
            }
            voice.trouble(trouble);
            return 1;
        });
        line.setParameterExceptionHandler((mistake, arguments) -> {
            voice.warn("usage.mistake", String.join(" ", arguments));
            mistake.getCommandLine().usage(voice.err());
            return 2;
        });
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }
}
