package kz.qalam.publishing.relay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

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

    /**
     * A delivery that is to be made, or made again.
     *
     * @param due since when; each that asks for it anew says another time
     */
    record Open(long release, UUID article, Instant due) {}

    /**
     * Whoever asks for one anew clears its fault and says another time: what was asked for since it was looked at waits still,
     * for it may have been read before.
     */
    @Transactional
    void delivered(String receiver, Collection<Open> made) {
        if (made.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery(
                """
                        insert into site.delivery (release, receiver, state, attempts, next_try, delivered_at)
                        select release, :receiver, 'DELIVERED', 1, due, clock_timestamp()
                          from unnest(cast(:releases as bigint[]), cast(:due as timestamptz[])) as made (release, due)
                        on conflict (release, receiver) do update
                           set state = 'DELIVERED', attempts = delivery.attempts + 1, delivered_at = clock_timestamp(), fault = null
                         where delivery.state <> 'PENDING' or delivery.fault is not null or delivery.next_try = excluded.next_try""")
                .setParameter("receiver", receiver).setParameter("releases", releases(made))
                .setParameter("due", due(made)).executeUpdate();
    }

    private static Long[] releases(Collection<Open> these) {
        return these.stream().map(Open::release).toArray(Long[]::new);
    }

    private static String[] due(Collection<Open> these) {
        return these.stream().map(one -> one.due().toString()).toArray(String[]::new);
    }

    /** Of what was printed beside what was asked for: who asked for one of these anew, and was not heard yet, does not wait for it. */
    @Transactional
    void failed(String receiver, Map<Long, String> faults) {
        failed(receiver, faults, List.of());
    }

    /**
     * Each failure makes the next try wait longer; but not that of what was asked for anew since it was looked at.
     *
     * @param tried those that were to be made, or made again
     */
    @Transactional
    void failed(String receiver, Map<Long, String> faults, Collection<Open> tried) {
        var due = tried.stream()
                .collect(Collectors.toMap(Open::release, one -> one.due().toString(), (one, same) -> one));
        faults.forEach((release, fault) -> failed(receiver, release, fault, due.get(release)));
    }

    private void failed(String receiver, long release, String fault, @Nullable String due) {
        var waits = Unprintable.waitsForPictures(fault);
        getEntityManager().createNativeQuery(
                """
                        insert into site.delivery (release, receiver, state, attempts, next_try, fault)
                        values (:release, :receiver, 'PENDING', 1, clock_timestamp() + interval '1 second', :fault)
                        on conflict (release, receiver) do update
                           set state = case when delivery.attempts + 1 < :most then 'PENDING' else 'FAILED' end,
                               attempts = delivery.attempts + 1, fault = excluded.fault,
                               next_try = clock_timestamp() + least(power(2, least(delivery.attempts, 20)), :longest) * interval '1 second'
                         where delivery.state <> 'PENDING' or delivery.fault is not null
                            or delivery.next_try = cast(cast(:due as text) as timestamptz)""")
                .setParameter("due", due)
                .setParameter("receiver", receiver).setParameter("release", release)
                .setParameter("fault", fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault)
                .setParameter("most", waits ? Integer.MAX_VALUE : MOST_ATTEMPTS)
                .setParameter("longest", waits ? LONGEST_WAIT_FOR_PICTURES : LONGEST_WAIT).executeUpdate();
    }

    /**
     * Those whose time to be made again has come, among the releases that were followed already.
     *
     * @param except those that are passed over, until someone asks for them anew
     */
    @Transactional
    List<Open> open(String receiver, long upTo, int most, Collection<Open> except) {
        @SuppressWarnings("unchecked")
        List<Tuple> open = getEntityManager()
                .createNativeQuery(
                        """
                                select d.release, r.article, d.next_try
                                  from (select release, next_try from site.delivery
                                         where receiver = :receiver and state = 'PENDING' and next_try <= clock_timestamp() and release <= :upTo
                                           and (release, next_try) not in (select * from unnest(cast(:releases as bigint[]), cast(:due as timestamptz[])))
                                         order by next_try limit :most) d
                                  join lateral (select article from site.release where number = d.release) r on true""",
                        Tuple.class)
                .setParameter("receiver", receiver).setParameter("upTo", upTo).setParameter("most", most)
                .setParameter("releases", releases(except)).setParameter("due", due(except)).getResultList();
        return open.stream()
                .map(row -> new Open(row.get(0, Number.class).longValue(), row.get(1, UUID.class),
                        row.get(2, Instant.class)))
                .toList();
    }
}
