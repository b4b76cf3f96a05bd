package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where a story that was ever released stands now; with its text while it is live. */
@Entity
@Immutable
@Table(schema = "site", name = "story")
@SuppressWarnings({"NullAway.Init", "unused"})
class Standing {
    @Id
    private UUID article;
    private String path;
    private boolean live;
    @Nullable
    private String section;
    private String language;
    @Column(name = "first_release")
    private long firstRelease;
    @Column(name = "last_release")
    private long lastRelease;
    @Column(name = "first_at")
    private Instant firstAt;
    @Column(name = "last_at")
    private Instant lastAt;
    @Nullable
    private byte[] copy;
    @Nullable
    private String notice;
    @Column(name = "imported_views")
    @Nullable
    private Long importedViews;

    protected Standing() {
    }

    /** All but the text, which is the heavy part. */
    record Place(UUID article, String path, boolean live, @Nullable String section, String language, long firstRelease,
            long lastRelease, Instant firstAt, Instant lastAt, @Nullable String notice, @Nullable Long importedViews) {}

    /** The text of a live story, and the release that it is of. */
    record Text(UUID article, long lastRelease, byte[] copy) {}
}
