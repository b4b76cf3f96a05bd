package kz.qalam.publishing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import kz.qalam.core.darkroom.Vault;
import kz.qalam.core.darkroom.VaultAway;
import kz.qalam.publishing.Reader;

class CouriersTest {
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final AtomicInteger fetched = new AtomicInteger();
    private final Vault slow = new Vault() {
        @Override
        public String keep(Shelf shelf, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] fetch(Shelf shelf, String digest) {
            try {
                fetched.incrementAndGet();
                open.await();
            } catch (InterruptedException e) {
                throw new VaultAway("ended");
            }
            if (refuses.get()) {
                throw new VaultAway("refused");
            }
            return digest.getBytes(UTF_8);
        }

        @Override
        public void close() {
        }
    };

    @Test
    void nobodyWaitsTwiceForStorageThatIsSlow() throws Exception {
        try (var couriers = new Couriers(slow, Duration.ofMillis(50), Duration.ofDays(1))) {
            for (int i = 0; i < 3; i++) {
                assertThrows(VaultAway.class, () -> couriers.fetch(List.of("a", "b")));
            }
            Reader.until("both are asked for", () -> fetched.get() == 2);
            assertThrows(VaultAway.class, () -> couriers.fetch(List.of("a", "b")));
            assertEquals(2, fetched.get(), "each is asked for once");
            open.countDown();
            Reader.until("both are brought", () -> brought(couriers, "a") && brought(couriers, "b"));
        }
    }

    private static boolean brought(Couriers couriers, String digest) {
        try {
            assertArrayEquals(digest.getBytes(UTF_8), couriers.fetch(List.of(digest)).get(digest));
            return true;
        } catch (VaultAway notYet) {
            return false;
        }
    }

    /** One after another they would take a minute and a half. */
    @Test
    @Timeout(60)
    void inAHurryAllAreWaitedForNoLongerThanOne() throws Exception {
        // Whoever waited in vain rests not at all: each would be waited for anew
        try (var couriers = new Couriers(slow, Duration.ofMillis(300), Duration.ZERO)) {
            couriers.hurry();
            assertThrows(VaultAway.class, () -> couriers.fetch(List.of("a")));
            for (int i = 0; i < 300; i++) {
                var story = List.of("story " + i);
                assertThrows(VaultAway.class, () -> couriers.fetch(story));
            }
            Reader.until("the others are on their way all the same", () -> fetched.get() == 4);
            couriers.takeTime();
            open.countDown();
            Reader.until("the last is brought", () -> brought(couriers, "story 299"));
        }
    }

    @Test
    void whatWasRefusedIsAskedForAgain() {
        open.countDown();
        refuses.set(true);
        try (var couriers = new Couriers(slow, Duration.ofMinutes(1), Duration.ZERO)) {
            assertThrows(VaultAway.class, () -> couriers.fetch(List.of("a")));
            refuses.set(false);
            assertEquals(1, couriers.fetch(List.of("a")).size());
        }
    }
}
