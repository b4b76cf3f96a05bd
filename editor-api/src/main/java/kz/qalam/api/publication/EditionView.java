package kz.qalam.api.publication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.refusal.OwnReasons;

@Schema(name = "Edition", description = "What is planned for the public, or was released.")
record EditionView(@Schema(description = "Its place among the story's editions, from 1.") int number, UUID id,
        UUID article, String headline, int revision,
        @Schema(description = "FIRST, UPDATE, CORRECTION, SILENT_FIX or WITHDRAWAL.") String kind,
        @Schema(description = "What readers are told.") @Nullable String notice,
        @Schema(description = "Why it was withdrawn, for the newsroom.") @Nullable String reason, Instant from,
        String plannedBy, Instant plannedAt,
        @Schema(description = "PLANNED, HELD, RELEASED, or VOID when it will never go out.") String state,
        @Schema(description = "Why it is held.") @Nullable String held,
        @Schema(description = "Its number in the newsroom's order of releases; null until its time came.") @Nullable Long release,
        @Nullable Instant releasedAt, @Schema(description = "Its address on the public site.") @Nullable String path,
        @Schema(description = "Why its release failed so far, an SQLSTATE; null when nothing went wrong.") @Nullable String fault,
        List<DeliveryView> deliveries) {

    @Schema(name = "Delivery", description = "What was sent to one receiver.")
    record DeliveryView(UUID id, String receiver,
            @Schema(description = "PENDING, DELIVERED or FAILED.") String state, int attempts,
            @Nullable Instant deliveredAt, @Nullable String fault) {

        static DeliveryView of(EditionLine.Delivery sent) {
            return new DeliveryView(sent.id(), sent.receiver(), sent.state(), sent.attempts(), sent.deliveredAt(),
                    sent.fault());
        }
    }

    /** @param locale in which the newsroom's own reasons are said */
    static EditionView of(EditionLine line, Locale locale) {
        return new EditionView(line.number(), line.id(), line.article(), line.headline(), line.revision(), line.kind(),
                line.notice(), said(line.reason(), locale), line.from(), line.plannedBy(), line.plannedAt(),
                line.state(),
                said(line.holdReason(), locale), line.release(), line.releasedAt(), line.path(), line.fault(),
                line.deliveries().stream().map(DeliveryView::of).toList());
    }

    private static @Nullable String said(@Nullable String reason, Locale locale) {
        return reason == null ? null : OwnReasons.said(reason, locale);
    }
}
