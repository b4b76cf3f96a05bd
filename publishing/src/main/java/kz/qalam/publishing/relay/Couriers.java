package kz.qalam.publishing.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import kz.qalam.core.darkroom.Vault;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.core.darkroom.VaultAway;

/**
 * Fetch finished pictures from storage elsewhere, several at a time and beside the press, which waits for them a moment and
 * no longer: storage that is slow keeps the story that shows its pictures, and no other. What comes later is held until the
 * press asks again.
 */
final class Couriers implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_ASKED = 500;
    private static final long MOST_HELD = 64L << 20;
    private static final Duration HELD = Duration.ofMinutes(10);

    private final Vault vault;
    private final Duration patience;
    private final Duration rest;
    private final ExecutorService threads;
    private final Map<String, Future<?>> asked = new ConcurrentHashMap<>();
    private final Cache<String, byte[]> brought = Caffeine.newBuilder().maximumWeight(MOST_HELD)
            .weigher((String digest, byte[] bytes) -> bytes.length).expireAfterWrite(HELD).build();
    private volatile long restsUntil;
    /** What is left of the press's patience for all that it prints now; null: each story is waited for anew. */
    private volatile @Nullable Long hurriesUntil;

    Couriers(Vault vault) {
        this(vault, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** @param patience with which the press waits; @param rest for how long it does not wait at all after it did in vain */
    Couriers(Vault vault, Duration patience, Duration rest) {
        this.vault = vault;
        this.patience = patience;
        this.rest = rest;
        restsUntil = System.nanoTime();
        var number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "courier-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From now on all stories together are waited for no longer than one: readers wait for what else is to go out. */
    void hurry() {
        hurriesUntil = System.nanoTime() + patience.toNanos();
    }

    void takeTime() {
        hurriesUntil = null;
    }

    /**
     * The finished files of these digests.
     *
     * @throws VaultAway when one of them is not there yet, or not to be had
     */
    Map<String, byte[]> fetch(Collection<String> digests) {
        var found = new HashMap<String, byte[]>();
        var awaited = new HashMap<String, Future<?>>();
        for (var digest : digests) {
            var bytes = brought.getIfPresent(digest);
            if (bytes != null) {
                found.put(digest, bytes);
            } else if (asked.size() < MOST_ASKED || asked.containsKey(digest)) {
                awaited.put(digest, asked.computeIfAbsent(digest, one -> threads.submit(() -> bring(one))));
            } else {
                throw new VaultAway("too many pictures are on their way");
            }
        }
        var now = System.nanoTime();
        var hurries = hurriesUntil;
        var until = now - restsUntil < 0 ? now : hurries == null ? now + patience.toNanos() : hurries;
        for (var one : awaited.entrySet()) {
            await(one.getValue(), until - System.nanoTime());
            var bytes = brought.getIfPresent(one.getKey());
            if (bytes == null) {
                throw new VaultAway("a picture has not come");
            }
            found.put(one.getKey(), bytes);
        }
        return found;
    }

    private void await(Future<?> courier, long nanos) {
        try {
            courier.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (nanos > 0) {
                restsUntil = System.nanoTime() + rest.toNanos();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(String digest) {
        try {
            brought.put(digest, vault.fetch(Shelf.RENDITIONS, digest));
        } catch (VaultAway e) {
            // Whoever asks again has it fetched again.
        } finally {
            asked.remove(digest);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
