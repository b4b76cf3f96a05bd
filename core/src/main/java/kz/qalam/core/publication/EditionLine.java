package kz.qalam.core.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * An edition as people see it.
 *
 * @param kind FIRST, UPDATE, CORRECTION, SILENT_FIX or WITHDRAWAL
 * @param notice what readers are told
 * @param reason why it was withdrawn, for the newsroom
 * @param state PLANNED, HELD, RELEASED or VOID
 * @param release its number in the newsroom's order; absent until its time came
 * @param fault why its release failed so far (an SQLSTATE); absent when nothing went wrong
 */
public record EditionLine(UUID id, UUID article, String headline, Language language, int number, int revision,
        String kind,
        @Nullable String notice, @Nullable String reason, Instant from, String plannedBy, Instant plannedAt,
        String state,
        @Nullable String holdReason, @Nullable Long release, @Nullable Instant releasedAt, @Nullable String path,
        @Nullable String fault, List<Delivery> deliveries) {

    /**
     * What was sent to one receiver.
     *
     * @param state PENDING, DELIVERED or FAILED
     */
    public record Delivery(UUID id, String receiver, String state, int attempts, @Nullable Instant deliveredAt,
            @Nullable String fault) {}

    EditionLine with(List<Delivery> deliveries) {
        return new EditionLine(id, article, headline, language, number, revision, kind, notice, reason, from, plannedBy,
                plannedAt,
                state, holdReason, release, releasedAt, path, fault, List.copyOf(deliveries));
    }
}
