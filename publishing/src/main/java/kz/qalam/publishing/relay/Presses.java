package kz.qalam.publishing.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Prints on all processors what is handed in, and hands it out again in the order in which it came: while one who reads and
 * writes does that, the others print. So many pieces are on the way at once, and no more.
 */
final class Presses<T> {
    private static final int ON_THE_WAY = 24;
    private static final Executor POOL = pool();

    private final Deque<CompletableFuture<T>> ahead = new ArrayDeque<>();
    private final Consumer<T> take;

    /** @param take is given each piece that is printed, by whoever hands in */
    Presses(Consumer<T> take) {
        this.take = take;
    }

    private static Executor pool() {
        int many = Runtime.getRuntime().availableProcessors();
        var pool = new ThreadPoolExecutor(many, many, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "press");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    void print(Supplier<T> piece) {
        ahead.add(CompletableFuture.supplyAsync(piece, POOL));
        if (ahead.size() > ON_THE_WAY) {
            takeFirst();
        }
    }

    /** Waits for all that is on the way. */
    void finish() {
        while (!ahead.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() {
        try {
            take.accept(ahead.remove().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
