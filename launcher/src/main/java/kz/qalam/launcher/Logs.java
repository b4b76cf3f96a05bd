package kz.qalam.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps the parts' logs small. A part writes straight into its file, so that it outlives the launcher; the file is therefore
 * copied aside and emptied in place (every writer appends).
 */
final class Logs implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final long LARGEST = 10_000_000;
    private static final int KEPT = 3;

    private final Path folder;
    private final long largest;

    Logs(Path folder) {
        this(folder, LARGEST);
    }

    Logs(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                turn();
            } catch (IOException e) {
                // Looked at again; a full disk is told by those who write.
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void turn() throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                if (Files.size(log) > largest) {
                    turn(log);
                }
            }
        }
    }

    private static void turn(Path log) throws IOException {
        for (int n = KEPT - 1; n >= 1; n--) {
            Path older = numbered(log, n);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, n + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel emptied = FileChannel.open(log, StandardOpenOption.WRITE)) {
            emptied.truncate(0);
        }
    }

    private static Path numbered(Path log, int n) {
        return log.resolveSibling(log.getFileName() + "." + n);
    }
}
