package kz.qalam.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** What waits, in numbers: for those who watch over the house. Counts and ages only, nothing of any story. */
@ApplicationScoped
public class Backlog {

    private final EntityManager entities;

    Backlog(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param overdueSeconds for how long the longest waiting edition has been due and not released; 0 when none is
     * @param failing planned editions whose release went wrong at least once
     * @param deliverySeconds how old the oldest release is that some receiver does not have yet; 0 when all have all
     * @param openRounds rounds of review that wait for a verdict
     * @param roundSeconds for how long the oldest of them has waited
     * @param held whether this house was restored and publishes nothing yet
     * @param frozen whether a person has stopped all releases but withdrawals
     */
    public record Numbers(double overdueSeconds, long failing, double deliverySeconds, long openRounds,
            double roundSeconds, boolean held, boolean frozen) {}

    /** As the database's own clock has it. */
    @Transactional
    public Numbers read() {
        Tuple row = (Tuple) entities.createNativeQuery("""
                select
                  coalesce(extract(epoch from clock_timestamp() - least(
                    (select min(from_at) from edition where state = 'PLANNED' and from_at <= clock_timestamp()),
                    (select min(x.ends_at) from expiry x join standing s on s.article = x.article and s.live
                      where x.ends_at <= clock_timestamp()))), 0) as overdue,
                  (select count(*) from edition where state = 'PLANNED' and fault is not null) as failing,
                  coalesce(extract(epoch from clock_timestamp() - least(
                    (select min(r.released_at) from release r join site.target t on r.number > t.position),
                    (select min(r.released_at) from release r join site.delivery d on d.release = r.number
                      where d.state <> 'DELIVERED'))), 0) as delivery,
                  (select count(*) from review where verdict is null) as rounds,
                  coalesce((select extract(epoch from clock_timestamp() - min(asked_at)) from review
                    where verdict is null), 0) as round,
                  exists (select from house where held_at is not null) as held,
                  exists (select from release_stop where ended_at is null) as frozen""", Tuple.class)
                .getSingleResult();
        return new Numbers(number(row, "overdue").doubleValue(), number(row, "failing").longValue(),
                number(row, "delivery").doubleValue(), number(row, "rounds").longValue(),
                number(row, "round").doubleValue(), row.get("held", Boolean.class), row.get("frozen", Boolean.class));
    }

    private static Number number(Tuple row, String name) {
        return row.get(name, Number.class);
    }
}
