package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a stop nothing runs, whoever was asked and whatever became of them. */
class StopTest {

    @TempDir
    private Path folder;

    @Test
    void endsWhatALauncherLeftThatDiedOverItsStop() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.settle(true);
        Process launcher = waiting("a launcher that ends nobody");
        Process part = waiting(Java.mark(House.SITE, data));
        try {
            Footprint asked = Footprint.of(launcher.pid(), "");
            Footprint left = Footprint.of(part.pid(), Java.mark(House.SITE, data));
            new Instance(data, asked, Instant.now(), true, true, "", "", List.of()).write();
            stop(data);
            assertFalse(asked.isAlive());
            assertFalse(left.isAlive());
        } finally {
            launcher.destroyForcibly();
            part.destroyForcibly();
        }
    }

    private void stop(DataFolder data) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(0,
                Qalam.line(new Circumstances(new Checkout(folder, folder.resolve("pointer")), Map.of(),
                        new Voice(Words.in(Map.of()), out, out, false))).execute("stop", "--data",
                                data.path().toString()));
    }

    /** It waits without a child of its own: one that has just been forked bears the mark too. */
    private static Process waiting(String mark) throws IOException {
        return new ProcessBuilder("sh", "-c", "read nothing", mark).start();
    }
}
