package kz.qalam.publishing.relay;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.target.Fence;

/**
 * The right to write one target, which has to be renewed before its term is over. It counts its own time a little shorter
 * than the database does, from before each renewal was asked for, so that it has stopped writing when another may begin.
 */
final class Lease implements Fence {
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Targets targets;
    private final String target;
    private final String holder;
    private final long epoch;
    private final Duration term;
    private final LongSupplier nanos;
    private final long position;
    private volatile long until;
    private volatile boolean lost;

    private Lease(Targets targets, String target, String holder, Duration term, LongSupplier nanos, long asked,
            Targets.Taken taken) {
        this.targets = targets;
        this.target = target;
        this.holder = holder;
        this.epoch = taken.epoch();
        this.position = taken.position();
        this.term = term;
        this.nanos = nanos;
        this.until = end(asked);
    }

    /**
     * Takes the lease if it is free.
     *
     * @param dead a holder known to have ended
     */
    static @Nullable Lease take(Targets targets, String target, String holder, Duration term, LongSupplier nanos,
            @Nullable String dead) {
        var asked = nanos.getAsLong();
        var taken = targets.take(target, holder, term, dead);
        return taken == null ? null : new Lease(targets, target, holder, term, nanos, asked, taken);
    }

    private long end(long asked) {
        return asked + term.minus(MARGIN).toNanos();
    }

    /** Asks for another term. A lapsed lease that nobody took is good again. */
    void renew() {
        var asked = nanos.getAsLong();
        if (targets.renew(target, holder, epoch, term)) {
            until = end(asked);
        } else {
            lost = true;
        }
    }

    /** Whether it may be written now. */
    boolean held() {
        return !lost && until - nanos.getAsLong() > 0;
    }

    /** Whether another has taken it, for good. */
    boolean lost() {
        return lost;
    }

    @Override
    public void pass() {
        if (!held()) {
            throw new LeaseLost();
        }
    }

    /** The position at which it was taken. */
    long position() {
        return position;
    }

    void advance(long to) {
        if (!targets.advance(target, holder, epoch, to)) {
            lost = true;
            throw new LeaseLost();
        }
    }

    /** How far the changes of tags were followed. */
    long tags() {
        return targets.tags(target);
    }

    void advanceTags(long to) {
        if (!targets.advanceTags(target, holder, epoch, to)) {
            lost = true;
            throw new LeaseLost();
        }
    }

    void leave() {
        lost = true;
        targets.leave(target, holder, epoch);
    }

    long epoch() {
        return epoch;
    }

    String target() {
        return target;
    }
}
