package kz.qalam.core.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Redacted;
import kz.qalam.core.staff.Actor;

/**
 * An immutable snapshot of a story's copy: its canonical JSON and the digest of that. Numbered from 1 within its story;
 * its parent is the number before. All its writers are computed by the database and known once it is read back.
 */
@Entity
@Immutable
@Table(name = "revision")
@IdClass(Revision.Key.class)
public class Revision {

    /** Where a revision's text came from. */
    public enum Origin {
        WRITTEN,
        IMPORTED,
        RESTORED,
        MERGED
    }

    record Key(UUID article, int number) implements Serializable {}

    @Id
    private UUID article;

    @Id
    private int number;

    private byte @Nullable [] bytes;

    /** The text of a revision that is just being written: it need not be read back. */
    @Transient
    private @Nullable Copy written;

    private byte[] digest;

    private UUID author;

    @Column(insertable = false, updatable = false)
    private UUID[] writers;

    @Column(name = "drawn_from")
    private int[] drawnFrom;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "written_at", insertable = false, updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected Revision() {
    }

    @SuppressWarnings("NullAway.Init")
    Revision(UUID article, int number, Copy copy, Actor author, Origin origin, int... drawnFrom) {
        this.article = article;
        this.number = number;
        this.bytes = copy.canonical();
        this.written = copy;
        this.digest = Copy.digest(bytes);
        this.author = author.person();
        this.origin = origin;
        this.drawnFrom = drawnFrom;
    }

    public UUID article() {
        return article;
    }

    public int number() {
        return number;
    }

    /**
     * The text, read back from its canonical bytes.
     *
     * @throws Redacted when it was taken out by court or law
     */
    public Copy copy() {
        if (written != null) {
            return written;
        }
        if (bytes == null) {
            throw new Redacted(number);
        }
        return Copy.read(bytes);
    }

    /** Whether its text was taken out by court or law ({@link Redaction}). */
    public boolean isRedacted() {
        return bytes == null;
    }

    public byte[] digest() {
        return digest.clone();
    }

    public String digestHex() {
        return HexFormat.of().formatHex(digest);
    }

    public UUID author() {
        return author;
    }

    /** Everyone who wrote any of it, as house rules count: nobody of these may approve it. */
    public List<UUID> writers() {
        return List.of(writers);
    }

    public boolean isWrittenBy(Actor actor) {
        return writers().contains(actor.person());
    }

    boolean holds(Copy copy) {
        return Arrays.equals(digest, copy.digest());
    }

    public Origin origin() {
        return origin;
    }

    /** The revisions that were restored or merged into it. */
    public List<Integer> drawnFrom() {
        return Arrays.stream(drawnFrom).boxed().toList();
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
