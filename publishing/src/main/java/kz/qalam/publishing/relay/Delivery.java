package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** The receipt for one release at one target, or what went wrong. */
@Entity
@Table(schema = "site", name = "delivery")
@SuppressWarnings({"NullAway.Init", "unused"})
class Delivery {
    @Id
    private UUID id;
    private long release;
    private String receiver;
    private String state;
    private int attempts;
    @Column(name = "next_try")
    private Instant nextTry;
    @Column(name = "delivered_at")
    @Nullable
    private Instant deliveredAt;
    @Nullable
    private String fault;

    protected Delivery() {
    }
}
