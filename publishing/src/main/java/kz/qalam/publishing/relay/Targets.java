package kz.qalam.publishing.relay;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who may write to which target, by the database's own clock. */
@ApplicationScoped
class Targets implements PanacheRepositoryBase<Target, String> {

    /** A taken lease. */
    record Taken(long epoch, long position) {}

    /**
     * Takes the lease if it is free.
     *
     * @param dead a holder whose process is known to have ended: its lease need not run out
     * @return null while another holds it
     */
    @Transactional
    @Nullable
    Taken take(String name, String holder, Duration term, @Nullable String dead) {
        getEntityManager().createNativeQuery("insert into site.target (name) values (:name) on conflict do nothing")
                .setParameter("name", name).executeUpdate();
        @SuppressWarnings("unchecked")
        List<Tuple> taken = getEntityManager()
                .createNativeQuery(
                        """
                                update site.target
                                   set holder = :holder, epoch = epoch + 1, lease_until = clock_timestamp() + :millis * interval '1 millisecond'
                                 where name = :name
                                   and (lease_until is null or lease_until <= clock_timestamp() or holder = cast(:dead as text))
                                returning epoch, position""",
                        Tuple.class)
                .setParameter("name", name).setParameter("holder", holder)
                .setParameter("millis", term.toMillis()).setParameter("dead", dead == null ? "" : dead).getResultList();
        return taken.isEmpty()
                ? null
                : new Taken(taken.get(0).get(0, Number.class).longValue(),
                        taken.get(0).get(1, Number.class).longValue());
    }

    /** Whoever holds or held it last. */
    @Transactional
    @Nullable
    String holder(String name) {
        var holders = getEntityManager().createQuery("select holder from Target where name = ?1", String.class)
                .setParameter(1, name).getResultList();
        return holders.isEmpty() ? null : holders.get(0);
    }

    /** Keeps a lease for another term; false when someone else has it. */
    @Transactional
    boolean renew(String name, String holder, long epoch, Duration term) {
        return getEntityManager().createNativeQuery("""
                update site.target set lease_until = clock_timestamp() + :millis * interval '1 millisecond'
                 where name = :name and holder = :holder and epoch = :epoch""").setParameter("name", name)
                .setParameter("holder", holder).setParameter("epoch", epoch).setParameter("millis", term.toMillis())
                .executeUpdate() == 1;
    }

    /** Gives a lease up, so that another need not wait. */
    @Transactional
    void leave(String name, String holder, long epoch) {
        getEntityManager().createNativeQuery("""
                update site.target set lease_until = clock_timestamp()
                 where name = :name and holder = :holder and epoch = :epoch""").setParameter("name", name)
                .setParameter("holder", holder).setParameter("epoch", epoch).executeUpdate();
    }

    /** Moves the position forward; false when the lease is another's. */
    @Transactional
    boolean advance(String name, String holder, long epoch, long position) {
        return getEntityManager().createNativeQuery("""
                update site.target set position = :position
                 where name = :name and holder = :holder and epoch = :epoch and position <= :position""")
                .setParameter("name", name).setParameter("holder", holder).setParameter("epoch", epoch)
                .setParameter("position", position).executeUpdate() == 1;
    }

    /** Moves how far the changes of tags were followed; false when the lease is another's. */
    @Transactional
    boolean advanceTags(String name, String holder, long epoch, long position) {
        return getEntityManager().createNativeQuery("""
                update site.target set tags = :position where name = :name and holder = :holder and epoch = :epoch""")
                .setParameter("name", name).setParameter("holder", holder).setParameter("epoch", epoch)
                .setParameter("position", position).executeUpdate() == 1;
    }

    @Transactional
    long tags(String name) {
        return ((Number) getEntityManager().createNativeQuery("select tags from site.target where name = :name")
                .setParameter("name", name).getSingleResult()).longValue();
    }

    @Transactional
    long position(String name) {
        return getEntityManager().createQuery("select position from Target where name = ?1", Long.class)
                .setParameter(1, name)
                .getResultStream().findFirst().orElse(0L);
    }
}
