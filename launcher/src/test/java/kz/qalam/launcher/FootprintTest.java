package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes are ours. A mistake here would end a stranger's. */
class FootprintTest {

    private static Process sleeper(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    @Test
    void knowsItsProcessWhileItLives(@TempDir Path folder) throws Exception {
        String mark = "mark-" + UUID.randomUUID();
        // It waits without a child of its own: one that has just been forked bears the mark too
        Process process = sleeper(folder, "sh", "-c", "read nothing", mark);
        Footprint footprint = Footprint.of(process.pid(), mark);
        assertTrue(footprint.isAlive());
        assertEquals(List.of(footprint), Footprint.marked(mark));
        process.destroyForcibly().waitFor();
        assertFalse(footprint.isAlive());
        assertEquals(List.of(), Footprint.marked(mark));
    }

    @Test
    void isNotFooledByANumberThatIsUsedAgain(@TempDir Path folder) throws Exception {
        Process process = sleeper(folder, "sleep", "60");
        try {
            Footprint now = Footprint.of(process.pid(), "");
            Footprint otherStart = new Footprint(now.pid(), now.started() + "1", "");
            Footprint otherMark = new Footprint(now.pid(), now.started(), "-Dqalam.part=site:/elsewhere");
            Footprint neverStarted = new Footprint(now.pid(), "", "");
            for (Footprint stranger : List.of(otherStart, otherMark, neverStarted)) {
                assertFalse(stranger.isAlive());
                stranger.send("KILL");
                assertTrue(new Ending("KILL", "KILL", Duration.ofSeconds(1)).end(stranger), "nothing of ours is left");
            }
            assertTrue(process.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWhatDoesNotListen(@TempDir Path folder) throws Exception {
        Process deaf = sleeper(folder, "sh", "-c", "trap '' TERM; while true; do sleep 1; done");
        Thread.sleep(300);
        Footprint footprint = Footprint.of(deaf.pid(), "");
        assertTrue(new Ending("TERM", "KILL", Duration.ofMillis(300)).end(footprint));
        assertTrue(deaf.waitFor(5, TimeUnit.SECONDS), "the JDK hears of it a moment after the kernel");
    }

    @Test
    void findsWhatWorksInAFolderAndNotWhoeverStandsThere(@TempDir Path folder) throws Exception {
        Path there = folder.toRealPath();
        Process process = sleeper(there, "sleep", "60");
        Process stranger = sleeper(there, "sh", "-c", "read nothing");
        try {
            assertEquals(List.of(process.pid()),
                    Footprint.workingIn(there, "sleep").stream().map(Footprint::pid).toList());
        } finally {
            process.destroyForcibly();
            stranger.destroyForcibly();
        }
    }
}
