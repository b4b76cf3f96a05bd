package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the log of releases: an edition's time came. */
@Entity
@Immutable
@Table(schema = "site", name = "release")
@SuppressWarnings({"NullAway.Init", "unused"})
class Release {
    static final String FIRST = "FIRST";
    static final String UPDATE = "UPDATE";
    static final String CORRECTION = "CORRECTION";

    @Id
    private long number;
    private UUID article;
    private int revision;
    private String kind;
    @Nullable
    private String notice;
    @Column(name = "released_at")
    private Instant releasedAt;

    protected Release() {
    }

    /** The line as it is read. */
    record Line(long number, UUID article, int revision, String kind, @Nullable String notice, Instant releasedAt) {

        boolean isFirst() {
            return kind.equals(FIRST);
        }
    }
}
