package kz.qalam.core.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored editions. */
@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, UUID> {

    /** The planned or held edition of an approval, locked against its release. */
    Optional<Edition> lockPending(UUID approval) {
        return find("approval = ?1 and state in (PLANNED, HELD)", approval).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A story's editions that are planned and not held, locked against their release. */
    List<Edition> lockPlanned(UUID article) {
        return find("article = ?1 and state = PLANNED and kind <> 'WITHDRAWAL'", article)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Until when a story is before the public; absent: for good. The database keeps who may. */
    void setEnd(UUID article, @Nullable Instant until, @Nullable String notice, UUID publisher) {
        getEntityManager().unwrap(Session.class)
                .createNativeQuery(
                        "select cast(set_expiry(:article, cast(:until as timestamptz), cast(:notice as text), :who) as text)")
                .setParameter("article", article).setParameter("until", until, Instant.class)
                .setParameter("notice", notice, String.class).setParameter("who", publisher).getSingleResult();
    }

    /** One sign of all that is planned, held and was released of a story: another as soon as any of it changes. */
    String sign(UUID article) {
        return (String) getEntityManager()
                .createNativeQuery(
                        """
                                select coalesce(md5(string_agg(concat_ws(' ', number, state, from_at, changed_at), ',' order by number)), '-')
                                from edition where article = :article""")
                .setParameter("article", article)
                .getSingleResult();
    }

    int nextNumber(UUID article) {
        return (int) count("article", article) + 1;
    }
}
