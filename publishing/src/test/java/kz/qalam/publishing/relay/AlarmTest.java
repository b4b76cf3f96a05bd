package kz.qalam.publishing.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant HALF_PAST_FIVE = Instant.parse("2026-11-25T12:30:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicReference<Instant> wall = new AtomicReference<>(HALF_PAST_FIVE);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Alarm alarm = new Alarm(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall.get();
        }
    }, nanos::get);

    private void passes(Duration time) {
        wall.updateAndGet(now -> now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void itRingsAtItsTime() {
        assertTrue(alarm.rings(), "at first");
        alarm.set(HALF_PAST_FIVE.plusMillis(400), SECOND);
        assertFalse(alarm.rings());
        assertEquals(Duration.ofMillis(400), alarm.left());
        passes(Duration.ofMillis(400));
        assertTrue(alarm.rings());
    }

    @Test
    void aClockThatIsSetBackAnHourMakesNothingWaitForAnHour() {
        alarm.set(Instant.MAX, SECOND);
        wall.updateAndGet(now -> now.minus(Duration.ofHours(1)));
        assertFalse(alarm.rings());
        assertEquals(SECOND, alarm.left());
        passes(SECOND);
        assertTrue(alarm.rings(), "one second has passed, whatever the wall says");
    }

    @Test
    void aClockThatIsSetForwardBringsWhatHasBecomeDue() {
        alarm.set(HALF_PAST_FIVE.plusMillis(900), SECOND);
        wall.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        assertTrue(alarm.rings());
    }
}
