package kz.qalam.core.style;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.script.Arabic;
import kz.qalam.core.language.script.Exceptions;
import kz.qalam.core.language.script.Exceptions.Entry;
import kz.qalam.core.language.script.Latin;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.OwnWriting;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Outgoing;
import kz.qalam.core.staff.Role;

/**
 * The newsroom's own spellings in Latin and Arabic letters. Editors of any desk and admins write drafts; a reviewer or an
 * admin who wrote none of a draft approves it, and the site prints again what it touches. The database keeps the four eyes.
 */
@ApplicationScoped
public class ExceptionLexicon {

    /** Entries of a lexicon. */
    public static final int MOST = 2_000;

    /** Letters of a stem. */
    public static final int STEM = 64;

    /** Characters of what is written for a stem. */
    public static final int WRITTEN = 100;

    /** Characters of a text that is tried. */
    public static final int TRIED = 2_000;

    /** Characters of a remark. */
    public static final int REMARK = 1_000;

    /** No list of versions is longer. */
    public static final int VERSIONS = 100;

    /** The chain of the trail that tells of the lexicon. */
    private static final UUID CHAIN = new UUID(0, 6);

    private static final String READ = """
            select v.number, cast(v.entries as text) as entries, p.name as written_by, v.written_at,
              d.name as approved_by, a.decided_at, b.name as returned_by, r.decided_at as returned_at, r.remark
            from lexicon_version v join person p on p.id = v.author
              left join lexicon_approval a on a.version = v.number left join person d on d.id = a.decided_by
              left join lexicon_return r on r.version = v.number left join person b on b.id = r.decided_by
            """;

    private final Session entities;
    private final Trail trail;
    private final Outgoing outgoing;

    ExceptionLexicon(Session entities, Trail trail, Outgoing outgoing) {
        this.entities = entities;
        this.trail = trail;
        this.outgoing = outgoing;
    }

    public static boolean isWritableBy(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.EDITOR).isEmpty();
    }

    /** What readers see; number 0 without entries before the first approval. */
    @Transactional
    public LexiconVersion live() {
        return first(entities.createNativeQuery(READ + "where a.version is not null order by v.number desc",
                Tuple.class));
    }

    /** What stands written, approved or not; number 0 without entries before the first. */
    @Transactional
    public LexiconVersion newest() {
        return first(entities.createNativeQuery(READ + "order by v.number desc", Tuple.class));
    }

    /** @throws NotFound when there is no such version */
    @Transactional
    public LexiconVersion version(int number) {
        LexiconVersion found = first(entities.createNativeQuery(READ + "where v.number = :number", Tuple.class)
                .setParameter("number", number));
        if (found.number() == 0) {
            throw new NotFound();
        }
        return found;
    }

    /**
     * Versions, newest first.
     *
     * @param before the lowest number already read; {@link Integer#MAX_VALUE} to begin
     * @param size at most {@value #VERSIONS}
     */
    @Transactional
    public List<LexiconVersion> versions(int before, int size) {
        return read(entities.createNativeQuery(READ + "where v.number < :before order by v.number desc", Tuple.class)
                .setParameter("before", before).setMaxResults(Math.min(size, VERSIONS)));
    }

    private static LexiconVersion first(Query query) {
        return read(query.setMaxResults(1)).stream().findFirst().orElse(LexiconVersion.NONE);
    }

    private static List<LexiconVersion> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> {
            Instant approved = row.get("decided_at", Instant.class);
            Instant returned = row.get("returned_at", Instant.class);
            return new LexiconVersion(row.get("number", Integer.class),
                    Entries.read(row.get("entries", String.class)), row.get("written_by", String.class),
                    row.get("written_at", Instant.class), approved == null
                            ? null
                            : new LexiconVersion.Approval(row.get("approved_by", String.class), approved),
                    returned == null
                            ? null
                            : new LexiconVersion.Return(row.get("returned_by", String.class), returned,
                                    row.get("remark", String.class)));
        }).toList();
    }

    /**
     * Writes the whole lexicon down as a draft. The same again changes nothing.
     *
     * @param base the newest version, which the writer started from; 0 for the first
     * @param entries at most {@value #MOST}, each with a stem of its own and something to write for it
     * @throws VersionMoved when someone else has written since
     * @throws Invalid with the place of every problem
     * @throws NotPermitted to who is neither an editor somewhere nor an admin
     */
    @Transactional
    public LexiconVersion write(Actor actor, int base, List<Entry> entries) {
        if (!isWritableBy(actor)) {
            throw new NotPermitted();
        }
        List<Entry> checked = Entries.checked(entries);
        trail.keepOthersOff(CHAIN);
        LexiconVersion newest = newest();
        if (newest.number() != base) {
            throw new VersionMoved(newest.number());
        }
        if (newest.entries().equals(checked)) {
            return newest;
        }
        entities.createNativeQuery("""
                insert into lexicon_version (number, entries, author, writers)
                values (:number, cast(:entries as jsonb), :author, '{}')""").setParameter("number", base + 1)
                .setParameter("entries", Entries.json(checked)).setParameter("author", actor.person())
                .executeUpdate();
        trail.record(CHAIN, actor.person(), Act.LEXICON_WRITTEN,
                Map.of("version", base + 1, "entries", checked.size()));
        return newest();
    }

    /**
     * Writes the newest lexicon down with one entry added or changed.
     *
     * @param stem that the entry has in the newest version, if it is to be replaced; absent for a new one
     */
    @Transactional
    public LexiconVersion put(Actor actor, int base, @Nullable String stem, Entry entry) {
        List<Entry> entries = without(newest().entries(), stem);
        entries.add(0, entry);
        return write(actor, base, entries);
    }

    /** Writes the newest lexicon down without one entry. */
    @Transactional
    public LexiconVersion drop(Actor actor, int base, String stem) {
        return write(actor, base, without(newest().entries(), stem));
    }

    /**
     * Writes an older version down once more, as a draft.
     *
     * @throws NotFound when there is no such version
     */
    @Transactional
    public LexiconVersion restore(Actor actor, int base, int number) {
        if (!isWritableBy(actor)) {
            throw new NotPermitted();
        }
        return write(actor, base, version(number).entries());
    }

    private static List<Entry> without(List<Entry> entries, @Nullable String stem) {
        List<Entry> left = new ArrayList<>(entries);
        if (stem != null) {
            left.removeIf(entry -> entry.stem().equals(stem.strip().toLowerCase(Locale.ROOT)));
        }
        return left;
    }

    /**
     * How a version writes a Kazakh text.
     *
     * @throws Invalid over {@value #TRIED} characters
     */
    public Spelt spelt(String text, LexiconVersion version) {
        String line = Objects.requireNonNullElse(PlainText.lines("/text", text, TRIED), "");
        Exceptions own = Exceptions.of(version.entries());
        return new Spelt(Latin.usual().with(own).of(line), Arabic.usual().with(own).of(line));
    }

    /** Whether they may judge a version: a reviewer of any desk or an admin, and none of its writers. */
    @Transactional
    public boolean mayJudge(Actor actor, LexiconVersion version) {
        return isApprover(actor) && !isWrittenBy(actor, version.number());
    }

    private static boolean isApprover(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.REVIEWER).isEmpty();
    }

    private boolean isWrittenBy(Actor actor, int number) {
        return !entities.createNativeQuery(
                "select 1 from lexicon_version where number = :number and cast(:by as uuid) = any (writers)")
                .setParameter("number", number).setParameter("by", actor.person()).getResultList().isEmpty();
    }

    /**
     * Says yes to the newest version; the site prints what it touches again. The same yes again changes nothing.
     *
     * @throws VersionMoved when there is a newer one
     * @throws OwnWriting to one of its writers
     * @throws NotFound when there is no such version
     * @throws Invalid while nothing goes out, and of one that was sent back
     */
    @Transactional
    public LexiconVersion approve(Actor actor, int number) {
        LexiconVersion newest = judged(actor, number);
        if (newest.approval() != null) {
            return newest;
        }
        if (newest.returned() != null) {
            throw Invalid.of("/version", "version-returned");
        }
        outgoing.require();
        entities.createNativeQuery("insert into lexicon_approval (version, decided_by) values (:version, :by)")
                .setParameter("version", number).setParameter("by", actor.person()).executeUpdate();
        trail.record(CHAIN, actor.person(), Act.LEXICON_APPROVED, Map.of("version", number));
        return newest();
    }

    /**
     * Says no to the newest version, and why: its writers write another. The same no again changes nothing.
     *
     * @param remark 1 to {@value #REMARK} characters, lines allowed
     * @throws VersionMoved when there is a newer one
     * @throws OwnWriting to one of its writers
     * @throws NotFound when there is no such version
     * @throws Invalid without a remark, and of one that was approved
     */
    @Transactional
    public LexiconVersion sendBack(Actor actor, int number, @Nullable String remark) {
        LexiconVersion newest = judged(actor, number);
        if (newest.returned() != null) {
            return newest;
        }
        if (newest.approval() != null) {
            throw Invalid.of("/version", "version-approved");
        }
        String why = PlainText.lines("/remark", remark, REMARK);
        if (why == null) {
            throw Invalid.of("/remark", "reason-required");
        }
        entities.createNativeQuery(
                "insert into lexicon_return (version, decided_by, remark) values (:version, :by, :remark)")
                .setParameter("version", number).setParameter("by", actor.person()).setParameter("remark", why)
                .executeUpdate();
        trail.record(CHAIN, actor.person(), Act.LEXICON_RETURNED, Map.of("version", number));
        return newest();
    }

    /** The newest version, for who may judge it, with nobody else at it. */
    private LexiconVersion judged(Actor actor, int number) {
        if (!isApprover(actor)) {
            throw new NotPermitted();
        }
        trail.keepOthersOff(CHAIN);
        LexiconVersion newest = newest();
        if (version(number).number() != newest.number()) {
            throw new VersionMoved(newest.number());
        }
        if (newest.approval() == null && isWrittenBy(actor, number)) {
            throw new OwnWriting(OwnWriting.Of.LEXICON);
        }
        return newest;
    }
}
