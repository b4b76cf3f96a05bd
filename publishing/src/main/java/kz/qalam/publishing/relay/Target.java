package kz.qalam.publishing.relay;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** Where pages go, who may write there until when, and how far it has followed the releases. */
@Entity
@Table(schema = "site", name = "target")
@SuppressWarnings({"NullAway.Init", "unused"})
class Target {
    @Id
    private String name;
    @Nullable
    private String holder;
    private long epoch;
    @Column(name = "lease_until")
    @Nullable
    private Instant leaseUntil;
    private long position;

    protected Target() {
    }
}
