package kz.qalam.admin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import kz.qalam.core.audit.Seals;

class GaugesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T05:00:00Z"));
    private final MeterRegistry registry = new SimpleMeterRegistry();
    /** A registry holds weakly what it asks. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Gauges kept;

    /** A folder that is full, or not mounted: no round ever comes to its end, and the alarm asks for more than 600. */
    @Test
    void aTrailThatWasNeverSealedGrowsOldFromTheStart() {
        gauges(Optional.of(Path.of("/mnt/seals")));
        assertEquals(0, sealAge());
        now.set(now.get().plusSeconds(700));
        assertEquals(700, sealAge());
    }

    @Test
    void whereNothingIsSealedThereIsNoAge() {
        gauges(Optional.empty());
        now.set(now.get().plusSeconds(700));
        assertTrue(Double.isNaN(sealAge()));
    }

    @SuppressWarnings("NullAway") // what waits is not asked for
    private void gauges(Optional<Path> folder) {
        InstantSource hands = now::get;
        Clock clock = hands.withZone(ZoneOffset.UTC);
        Gauges gauges = new Gauges(null, new Seals(), clock, folder, Path.of("/srv/pictures"), Optional.empty());
        gauges.register(new StartupEvent(), registry);
        kept = gauges;
    }

    private double sealAge() {
        return registry.get("qalam.seal.age.seconds").gauge().value();
    }
}
