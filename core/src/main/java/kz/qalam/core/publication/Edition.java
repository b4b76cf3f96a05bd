package kz.qalam.core.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.review.Approval;
import kz.qalam.core.staff.Actor;

/**
 * What is planned for the public: of one approval, exactly its revision, kind and note; or the withdrawal of what is
 * live. Only its time can change, and whether it is held. Release and voiding are the database's.
 */
@Entity
@DynamicUpdate
@Table(name = "edition")
class Edition {

    enum State {
        PLANNED,
        HELD,
        RELEASED,
        /** It will never go out: something newer did, or the story was withdrawn. */
        VOID
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID article;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private @Nullable UUID approval;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private byte[] digest;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private @Nullable String notice;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private @Nullable String slug;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "planned_by", updatable = false)
    private UUID plannedBy;

    @Column(name = "changed_by")
    private UUID changedBy;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "hold_reason", insertable = false)
    private @Nullable String holdReason;

    @SuppressWarnings("NullAway.Init")
    protected Edition() {
    }

    @SuppressWarnings("NullAway.Init")
    private Edition(UUID id, UUID article, int number, int revision, byte[] digest, String kind, Instant from,
            Actor planner) {
        this.id = id;
        this.article = article;
        this.number = number;
        this.revision = revision;
        this.digest = digest;
        this.kind = kind;
        this.from = from;
        this.plannedBy = planner.person();
        this.changedBy = planner.person();
        this.state = State.PLANNED;
    }

    static Edition of(Approval approval, UUID id, int number, String slug, Instant from, Actor planner) {
        Edition edition = new Edition(id, approval.article(), number, approval.revision(), approval.digest(),
                approval.kind().name(), from, planner);
        edition.approval = approval.id();
        edition.notice = approval.notice();
        edition.slug = slug;
        return edition;
    }

    /** @param digest of the live revision */
    static Edition withdrawal(UUID article, UUID id, int number, int revision, byte[] digest, String reason,
            @Nullable String notice, Instant now, Actor publisher) {
        Edition edition = new Edition(id, article, number, revision, digest, "WITHDRAWAL", now, publisher);
        edition.reason = reason;
        edition.notice = notice;
        return edition;
    }

    /** Gives it another time; if it was held, it is held no longer. */
    void moveTo(Instant from, Actor publisher) {
        this.from = from;
        this.state = State.PLANNED;
        this.holdReason = null;
        this.changedBy = publisher.person();
    }

    void hold(String reason, Actor publisher) {
        this.state = State.HELD;
        this.holdReason = reason;
        this.changedBy = publisher.person();
    }

    boolean isPlannedAt(Instant time) {
        return state == State.PLANNED && from.equals(time);
    }

    UUID changedBy() {
        return changedBy;
    }

    @Nullable
    String holdReason() {
        return holdReason;
    }

    UUID id() {
        return id;
    }

    UUID article() {
        return article;
    }

    int number() {
        return number;
    }

    int revision() {
        return revision;
    }

    Instant from() {
        return from;
    }

    State state() {
        return state;
    }
}
