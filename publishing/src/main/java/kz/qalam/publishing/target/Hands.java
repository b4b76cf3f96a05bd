package kz.qalam.publishing.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Writes and compresses the files of a folder that nobody reads yet, several at a time. */
final class Hands implements AutoCloseable {
    private static final int WAITING = 64;

    private final ThreadPoolExecutor pool;
    private final List<Future<?>> work = new ArrayList<>();
    private final Set<Path> files = new HashSet<>();

    private final List<Pressed> kinds;

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

    void write(Path file, byte[] bytes, boolean withTwins) throws IOException {
        if (!files.add(file)) {
            // The later text must be the one that stays.
            rest();
            files.add(file);
        }
        work.add(pool.submit(() -> {
            Files.write(file, bytes);
            if (withTwins) {
                for (var kind : kinds) {
                    var twin = kind.twin(bytes);
                    if (twin != null) {
                        Files.write(file.resolveSibling(file.getFileName() + kind.ending()), twin);
                    }
                }
            }
            return null;
        }));
    }

    /** Waits until all is written. */
    void rest() throws IOException {
        try {
            for (var one : work) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            work.clear();
            files.clear();
        }
    }

    @Override
    public void close() throws IOException {
        rest();
        pool.shutdown();
    }
}
