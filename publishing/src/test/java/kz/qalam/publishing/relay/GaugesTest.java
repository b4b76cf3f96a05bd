package kz.qalam.publishing.relay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class GaugesTest {

    @TempDir
    Path disk;

    @Test
    void roomOnADiskIsToldAfterMemoryWasTidied() throws InterruptedException {
        MeterRegistry registry = new SimpleMeterRegistry();
        Gauges.room(registry, disk.resolve("search"), "search");
        WeakReference<Object> other = new WeakReference<>(new Object());
        for (int i = 0; i < 100 && other.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertTrue(other.get() == null, "memory was tidied");
        assertTrue(registry.get("qalam.disk.free.bytes").tag("folder", "search").gauge().value() > 0);
    }
}
