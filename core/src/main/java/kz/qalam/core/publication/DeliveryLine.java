package kz.qalam.core.publication;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was sent of one release to one receiver.
 *
 * @param state PENDING, DELIVERED or FAILED
 * @param nextTry when it is tried again; absent unless it waits
 * @param fault what went wrong last
 */
public record DeliveryLine(UUID id, long release, String receiver, String state, int attempts,
        @Nullable Instant nextTry, @Nullable Instant deliveredAt, @Nullable String fault, UUID article,
        String path, String kind) {

    /** A part of the list. @param next where the next part begins; absent at the end */
    public record Part(java.util.List<DeliveryLine> lines, @Nullable String next) {}
}
