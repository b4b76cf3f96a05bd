package kz.qalam.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A program that runs once and ends, such as initdb; its output goes to a log. */
final class Chore {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private Chore() {
    }

    static void run(String name, ProcessBuilder command, Path log) {
        try {
            Process process = command.redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            RUNNING.add(process);
            try {
                int code = process.waitFor();
                if (code != 0) {
                    throw Watch.died("program-failed", name, log);
                }
            } finally {
                RUNNING.remove(process);
            }
        } catch (IOException e) {
            throw Trouble.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("stopped");
        }
    }

    /** Ends whatever runs, because the launcher itself is asked to stop. */
    static void endAll() {
        RUNNING.forEach(Process::destroy);
    }
}
