package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Writes and compresses the files of a folder that nobody reads yet, several at a time. Of what is written it keeps nothing: a
 * site may have a million files.
 */
final class Hands implements AutoCloseable {
    private static final int WAITING = 64;

    private final ThreadPoolExecutor pool;
    private final List<Pressed> kinds;
    /** What is being written, or waits for it. */
    private final Set<Path> underway = new HashSet<>();
    /** For good: the manifest may vouch for the file that was not written. */
    private @Nullable Throwable fault;

    /** @param kinds of twins that files have beside them */
    Hands(List<Pressed> kinds) {
        this.kinds = kinds;
        int many = Math.max(1, Runtime.getRuntime().availableProcessors());
        pool = new ThreadPoolExecutor(many, many, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
                task -> {
                    var thread = new Thread(task, "site");
                    thread.setDaemon(true);
                    return thread;
                }, new ThreadPoolExecutor.CallerRunsPolicy());
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * @param again whether another text stood there, which may have left its twins
     * @throws IOException if an earlier file could not be written
     */
    void write(Path file, byte[] bytes, boolean withTwins, boolean again) throws IOException {
        if (pool.isShutdown()) {
            throw new IOException("closed");
        }
        if (!begin(file)) {
            // The later text must be the one that stays.
            rest();
            begin(file);
        }
        pool.execute(() -> {
            try {
                Files.write(file, bytes);
                for (var kind : kinds) {
                    var beside = file.resolveSibling(file.getFileName() + kind.ending());
                    var twin = withTwins ? kind.twin(bytes) : null;
                    if (twin != null) {
                        Files.write(beside, twin);
                    } else if (again) {
                        Files.deleteIfExists(beside);
                    }
                }
                end(file, null);
            } catch (IOException | RuntimeException | Error e) {
                end(file, e);
            }
        });
    }

    private synchronized boolean begin(Path file) throws IOException {
        tell();
        return underway.add(file);
    }

    private synchronized void end(Path file, @Nullable Throwable why) {
        underway.remove(file);
        if (fault == null) {
            fault = why;
        }
        notifyAll();
    }

    private void tell() throws IOException {
        var why = fault;
        if (why != null) {
            throw why instanceof IOException cause ? cause : new IOException(why);
        }
    }

    /**
     * Waits until all is written.
     *
     * @throws IOException if anything ever could not be
     */
    synchronized void rest() throws IOException {
        waitForAll();
        tell();
    }

    private synchronized void waitForAll() throws IOException {
        try {
            while (!underway.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        rest();
        pool.shutdown();
    }

    /** Gives up what was written: nobody asks any more whether it could be. */
    void abandon() throws IOException {
        waitForAll();
        pool.shutdown();
    }
}
