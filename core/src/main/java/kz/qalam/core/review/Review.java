package kz.qalam.core.review;

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

import kz.qalam.core.article.Revision;
import kz.qalam.core.staff.Actor;

/** One round of judgement on one revision and its proposal. It is asked once and decided once. */
@Entity
@DynamicUpdate
@Table(name = "review")
public class Review {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID article;

    @Column(updatable = false)
    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private @Nullable String notice;

    @Column(name = "from_at", updatable = false)
    private @Nullable Instant from;

    @Column(name = "asked_by", updatable = false)
    private UUID askedBy;

    @Column(name = "asked_at", insertable = false, updatable = false)
    private @Nullable Instant askedAt;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false)
    private @Nullable Verdict verdict;

    @Column(name = "decided_by", insertable = false)
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at", insertable = false)
    private @Nullable Instant decidedAt;

    @Column(insertable = false)
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected Review() {
    }

    @SuppressWarnings("NullAway.Init")
    private Review(UUID id, Revision revision, Kind kind, Proposal proposal, Actor asker) {
        this.id = id;
        this.article = revision.article();
        this.revision = revision.number();
        this.kind = kind;
        this.notice = proposal.notice();
        this.from = proposal.from();
        this.askedBy = asker.person();
    }

    /** @param proposal settled: its kind is known */
    static Review asked(UUID id, Revision revision, Proposal proposal, Actor asker) {
        Kind kind = proposal.kind();
        if (kind == null) {
            throw new IllegalArgumentException("the proposal is not settled");
        }
        return new Review(id, revision, kind, proposal, asker);
    }

    void recall(Actor actor, Instant now) {
        decide(Verdict.RECALLED, actor, null, now);
    }

    void requestChanges(Actor reviewer, @Nullable String note, Instant now) {
        decide(Verdict.CHANGES_REQUESTED, reviewer, note, now);
    }

    private void decide(Verdict verdict, Actor actor, @Nullable String note, Instant now) {
        this.verdict = verdict;
        this.decidedBy = actor.person();
        this.decidedAt = now;
        this.note = note;
    }

    public UUID id() {
        return id;
    }

    public UUID article() {
        return article;
    }

    public int revision() {
        return revision;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String notice() {
        return notice;
    }

    /** When it may go out; absent: at once. */
    public @Nullable Instant from() {
        return from;
    }

    public UUID askedBy() {
        return askedBy;
    }

    public @Nullable Instant askedAt() {
        return askedAt;
    }

    /** Absent while the round is open. */
    public @Nullable Verdict verdict() {
        return verdict;
    }

    public @Nullable UUID decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String note() {
        return note;
    }
}
