package kz.qalam.core.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Revision;
import kz.qalam.core.staff.Actor;

/**
 * The yes to one revision, by its digest, as what it was proposed. Written once, never changed; the database checks it
 * against the open round, the revision's writers and the desk's reviewers.
 */
@Entity
@Immutable
@Table(name = "approval")
public class Approval {

    /** On what an approval rests. Only {@link #REVIEW} is in force. */
    public enum Basis {
        REVIEW
    }

    @Id
    private UUID id;

    private UUID article;

    private int revision;

    private byte[] digest;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String notice;

    @Column(name = "from_at")
    private @Nullable Instant from;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private UUID review;

    @Column(name = "decided_by")
    private UUID decidedBy;

    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected Approval() {
    }

    @SuppressWarnings("NullAway.Init")
    Approval(UUID id, Review round, Revision revision, Actor reviewer, @Nullable String note) {
        this.id = id;
        this.article = round.article();
        this.revision = round.revision();
        this.digest = revision.digest();
        this.kind = round.kind();
        this.notice = round.notice();
        this.from = round.from();
        this.basis = Basis.REVIEW;
        this.review = round.id();
        this.decidedBy = reviewer.person();
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

    public byte[] digest() {
        return digest.clone();
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

    public UUID decidedBy() {
        return decidedBy;
    }

    public UUID review() {
        return review;
    }

    public Basis basis() {
        return basis;
    }

    public @Nullable String note() {
        return note;
    }
}
