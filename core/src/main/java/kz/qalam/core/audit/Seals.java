package kz.qalam.core.audit;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** When this process last looked whether there was something to seal, and could seal it. */
@ApplicationScoped
public class Seals {

    private volatile @Nullable Instant last;

    void went(Instant when) {
        last = when;
    }

    /** What is older is sealed; empty before the first round, and where nothing is sealed. */
    public Optional<Instant> lastRound() {
        return Optional.ofNullable(last);
    }
}
