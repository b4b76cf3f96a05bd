package kz.qalam.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalam resume}: a restored house publishes again. */
@Command(name = "resume", mixinStandardHelpOptions = true)
final class Resume implements Callable<Integer> {

    private final Circumstances circumstances;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path folder;

    Resume(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    @Override
    public Integer call() {
        Instance instance = circumstances.running(Optional.ofNullable(folder));
        try (Connection owner = instance.owner(circumstances.environment());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select newsroom.resume_house()")) {
            row.next();
            circumstances.voice().say(row.getBoolean(1) ? "resume.done" : "resume.nothing");
            return 0;
        } catch (SQLException e) {
            throw (Trouble) new Trouble("owner-refused", String.valueOf(e.getMessage())).initCause(e);
        }
    }
}
