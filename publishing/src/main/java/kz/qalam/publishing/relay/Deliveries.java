package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Receipts: one for each release at each receiver. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {
    /** Tried this often, a delivery waits for an admin to send it again; one that waits for its pictures is tried on. */
    private static final int MOST_ATTEMPTS = 12;
    /** Storage that was away for long is asked again within a minute of its return. */
    private static final int LONGEST_WAIT_FOR_PICTURES = 30;
    private static final int LONGEST_WAIT = 300;
    private static final int LONGEST_FAULT = 500;

    /** A delivery that is to be made again. */
    record Open(long release, UUID article) {}

    /** The database's time: what is asked for after it is not done by what was read before. */
    @Transactional
    Instant now() {
        return (Instant) getEntityManager().createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /** @param readAt when ({@link #now}) what was delivered had not been read yet; whoever asked for it since waits still */
    @Transactional
    void delivered(String receiver, Collection<Long> releases, Instant readAt) {
        if (releases.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery(
                """
                        insert into site.delivery (release, receiver, state, attempts, delivered_at)
                        select release, :receiver, 'DELIVERED', 1, clock_timestamp() from unnest(:releases) as release
                        on conflict (release, receiver) do update
                           set state = 'DELIVERED', attempts = delivery.attempts + 1, delivered_at = clock_timestamp(), fault = null
                         where delivery.state <> 'PENDING' or delivery.next_try <= :readAt""")
                .setParameter("readAt", readAt).setParameter("receiver", receiver)
                .setParameter("releases", releases.toArray(Long[]::new))
                .executeUpdate();
    }

    /** Each failure makes the next try wait longer. */
    @Transactional
    void failed(String receiver, Map<Long, String> faults) {
        faults.forEach((release, fault) -> failed(receiver, release, fault));
    }

    private void failed(String receiver, long release, String fault) {
        var waits = Unprintable.waitsForPictures(fault);
        getEntityManager().createNativeQuery(
                """
                        insert into site.delivery (release, receiver, state, attempts, next_try, fault)
                        values (:release, :receiver, 'PENDING', 1, clock_timestamp() + interval '1 second', :fault)
                        on conflict (release, receiver) do update
                           set state = case when delivery.attempts + 1 < :most then 'PENDING' else 'FAILED' end,
                               attempts = delivery.attempts + 1, fault = excluded.fault,
                               next_try = clock_timestamp() + least(power(2, least(delivery.attempts, 20)), :longest) * interval '1 second'""")
                .setParameter("receiver", receiver).setParameter("release", release)
                .setParameter("fault", fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault)
                .setParameter("most", waits ? Integer.MAX_VALUE : MOST_ATTEMPTS)
                .setParameter("longest", waits ? LONGEST_WAIT_FOR_PICTURES : LONGEST_WAIT).executeUpdate();
    }

    /**
     * Those whose time to be made again has come, among the releases that were followed already.
     *
     * @param except releases that are passed over
     */
    @Transactional
    List<Open> open(String receiver, long upTo, int most, Collection<Long> except) {
        @SuppressWarnings("unchecked")
        List<Tuple> open = getEntityManager()
                .createNativeQuery(
                        """
                                select d.release, r.article
                                  from (select release from site.delivery
                                         where receiver = :receiver and state = 'PENDING' and next_try <= clock_timestamp() and release <= :upTo
                                           and release <> all(:except)
                                         order by next_try limit :most) d
                                  join lateral (select article from site.release where number = d.release) r on true""",
                        Tuple.class)
                .setParameter("receiver", receiver).setParameter("upTo", upTo).setParameter("most", most)
                .setParameter("except", except.toArray(Long[]::new))
                .getResultList();
        return open.stream().map(row -> new Open(row.get(0, Number.class).longValue(), row.get(1, UUID.class)))
                .toList();
    }
}
