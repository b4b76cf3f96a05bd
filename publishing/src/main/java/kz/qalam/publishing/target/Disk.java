package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Puts files and folders on the disk, several at a time: a file system gathers what is asked together into one wait. */
final class Disk {
    private static final int MANY = 8;
    private static final ThreadPoolExecutor POOL = pool();

    private Disk() {
    }

    private static ThreadPoolExecutor pool() {
        var pool = new ThreadPoolExecutor(MANY, MANY, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "disk");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Returns when a folder is there for good with all that is in it. Where the system can, its whole file system is put on
     * the disk at once: that is much sooner done than one file after another.
     */
    static void syncAll(Path folder) throws IOException {
        if (!flush(folder)) {
            try (var files = Files.walk(folder)) {
                sync(files.sorted(Comparator.reverseOrder()).toList());
            }
        }
    }

    /** By {@code sync -f}, which says so if anything could not be written. */
    private static boolean flush(Path folder) throws IOException {
        Process sync;
        try {
            sync = new ProcessBuilder("sync", "-f", folder.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException noSuchProgram) {
            return false;
        }
        try {
            return sync.waitFor() == 0;
        } catch (InterruptedException e) {
            sync.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Returns when each is there for good; one that has been removed since counts as such. */
    static void sync(Collection<Path> paths) throws IOException {
        try {
            for (var one : POOL.invokeAll(paths.stream().map(Disk::syncing).toList())) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Callable<Void> syncing(Path path) {
        return () -> {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (NoSuchFileException removedSince) {
                return null;
            }
            return null;
        };
    }
}
