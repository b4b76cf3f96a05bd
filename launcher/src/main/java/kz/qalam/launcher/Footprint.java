package kz.qalam.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A process that we started, known by more than its number, for numbers are used again: when it started, and a mark among its
 * arguments that names our data folder.
 *
 * @param started the boot and the tick at which it started
 * @param mark an argument that it has and others' processes have not; empty for one without
 */
record Footprint(long pid, String started, String mark) {

    private static final Path PROC = Path.of("/proc");

    static Footprint of(long pid, String mark) {
        return new Footprint(pid, started(pid).orElse(""), mark);
    }

    /** Whether that process still runs and is the one that was recorded. */
    boolean isAlive() {
        return !started.isEmpty() && started(pid).filter(started::equals).isPresent()
                && (mark.isEmpty() || arguments(pid).contains(mark));
    }

    Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    /** Asks the process to do what that signal means to it. */
    void send(String signal) {
        if (isAlive()) {
            try {
                // sh's own kill: there is no kill program on every machine.
                new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid))
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            } catch (IOException e) {
                throw Trouble.of(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether this machine lets us look at processes at all: Linux does. */
    static boolean canLook() {
        return Files.isDirectory(PROC);
    }

    /** All running processes that bear the mark: those of a launcher that was killed before it could write them down. */
    static List<Footprint> marked(String mark) {
        List<Footprint> found = new ArrayList<>();
        for (long pid : pids()) {
            if (arguments(pid).contains(mark)) {
                Footprint footprint = of(pid, mark);
                if (footprint.isAlive()) {
                    found.add(footprint);
                }
            }
        }
        return found;
    }

    /**
     * All running processes of that program that work in that folder, which is how PostgreSQL's own children are known. Whoever
     * stands there with another one, a shell say, is a stranger.
     */
    static List<Footprint> workingIn(Path folder, String program) {
        List<Footprint> found = new ArrayList<>();
        for (long pid : pids()) {
            try {
                if (Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).equals(folder)
                        && Files.readString(PROC.resolve(pid + "/comm"), StandardCharsets.ISO_8859_1).strip()
                                .equals(program)) {
                    found.add(of(pid, ""));
                }
            } catch (IOException gone) {
                // or another's, which is none of ours
            }
        }
        return found.stream().filter(Footprint::isAlive).toList();
    }

    private static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        if (canLook()) {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
                processes.forEach(process -> pids.add(Long.parseLong(process.getFileName().toString())));
            } catch (IOException e) {
                throw Trouble.of(e);
            }
        }
        return pids;
    }

    private static Optional<String> started(long pid) {
        if (!canLook()) {
            return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).map(Object::toString);
        }
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name, in brackets, may hold anything; after it come the state and, twentieth, the tick of the start.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip() + "/" + fields[19]);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static List<String> arguments(long pid) {
        if (!canLook()) {
            return ProcessHandle.of(pid).flatMap(handle -> handle.info().arguments()).map(Arrays::asList)
                    .orElse(List.of());
        }
        try {
            String line = new String(Files.readAllBytes(PROC.resolve(pid + "/cmdline")), StandardCharsets.UTF_8);
            return List.of(line.split("\0", -1));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
