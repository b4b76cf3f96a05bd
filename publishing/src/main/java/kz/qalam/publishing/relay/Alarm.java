package kz.qalam.publishing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Rings when a time has come by the wall's clock, and after so long at the latest by one that nobody can set: a clock that
 * steps back makes nothing wait that is due.
 */
final class Alarm {
    private final Clock clock;
    private final LongSupplier nanos;
    private Instant at = Instant.MIN;
    private long latest;

    /** One that rings now. */
    Alarm(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.latest = nanos.getAsLong();
    }

    boolean rings() {
        return !clock.instant().isBefore(at) || latest - nanos.getAsLong() <= 0;
    }

    /** How long it is silent yet. */
    Duration left() {
        var byWall = Duration.between(clock.instant(), at);
        var most = Duration.ofNanos(latest - nanos.getAsLong());
        return byWall.compareTo(most) < 0 ? byWall : most;
    }

    /** @param time by the wall's clock; @param most after which it rings whatever that says */
    void set(Instant time, Duration most) {
        var end = clock.instant().plus(most);
        at = time.isBefore(end) ? time : end;
        latest = nanos.getAsLong() + most.toNanos();
    }
}
