package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Actor;

/**
 * A story: the thread that holds its revisions together. Which revision is current, and where it stands, the database
 * derives from revisions and reviews; this class only reads it.
 */
@Entity
@Table(name = "article")
public class Article {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID desk;

    private @Nullable UUID author;

    @Column(name = "started_by", updatable = false)
    private UUID startedBy;

    @Column(name = "request_key", updatable = false)
    private @Nullable String requestKey;

    @Column(name = "imported_views", updatable = false)
    private @Nullable Long importedViews;

    @Column(name = "imported_comments", updatable = false)
    private @Nullable Long importedComments;

    @Column(insertable = false, updatable = false)
    private int revision;

    @Column(insertable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.DRAFT;

    @Column(name = "changed_at", insertable = false, updatable = false)
    private @Nullable Instant changedAt;

    @Column(name = "approved_revision", insertable = false, updatable = false)
    private @Nullable Integer approvedRevision;

    @SuppressWarnings("NullAway.Init")
    protected Article() {
    }

    @SuppressWarnings("NullAway.Init")
    private Article(UUID id, UUID desk, @Nullable UUID author, UUID startedBy, @Nullable String requestKey,
            @Nullable Long importedViews, @Nullable Long importedComments) {
        this.id = id;
        this.desk = desk;
        this.author = author;
        this.startedBy = startedBy;
        this.requestKey = requestKey;
        this.importedViews = importedViews;
        this.importedComments = importedComments;
    }

    static Article started(UUID id, UUID desk, Actor author, @Nullable String requestKey) {
        return new Article(id, desk, author.person(), author.person(), requestKey, null, null);
    }

    /** A story that came from outside: it is nobody's until an author of the desk works on it. */
    static Article imported(UUID id, UUID desk, Actor importer, @Nullable Long views, @Nullable Long comments) {
        return new Article(id, desk, null, importer.person(), null, views, comments);
    }

    /** Makes it this author's from now on; who wrote what stays as it is. */
    void handedTo(UUID person) {
        this.author = person;
    }

    public UUID id() {
        return id;
    }

    public UUID desk() {
        return desk;
    }

    public @Nullable UUID author() {
        return author;
    }

    /** The number of the current revision. */
    public int revision() {
        return revision;
    }

    public Stage stage() {
        return stage;
    }

    public boolean belongsTo(Actor actor) {
        return actor.person().equals(author);
    }

    public boolean isNobodys() {
        return author == null;
    }

    public boolean wasApproved() {
        return approvedRevision != null;
    }

    /** The last revision that was approved; absent before the first approval. */
    public @Nullable Integer approvedRevision() {
        return approvedRevision;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Long importedViews() {
        return importedViews;
    }

    @Nullable
    Long importedComments() {
        return importedComments;
    }

    @Nullable
    String requestKey() {
        return requestKey;
    }

    UUID startedBy() {
        return startedBy;
    }
}
