package kz.qalam.publishing.relay;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.publishing.page.Listing;

/** Where stories stand in the site's lists. Each question costs the same however long a list is. */
@ApplicationScoped
class Seats {
    private static final String SEAT = "select kind, name, number, article, release, taken from site.seat where ";

    private final EntityManager database;

    Seats(EntityManager database) {
        this.database = database;
    }

    /** A list, and the number of its last seat. */
    record Length(Listing.Kind kind, String name, int last) {}

    /** Every place that these stories have, or had. */
    @Transactional
    List<Seat> of(Collection<UUID> articles, long upTo) {
        return articles.isEmpty()
                ? List.of()
                : read(database.createNativeQuery(
                        SEAT + "article = any (:articles) and release <= :upTo order by kind, name, number",
                        Tuple.class)
                        .setParameter("articles", articles.toArray(UUID[]::new)).setParameter("upTo", upTo)
                        .getResultList());
    }

    /** The taken seats of a list between two numbers, both included, newest first. */
    @Transactional
    List<Seat> between(Listing.Kind kind, String name, int from, int to, long upTo) {
        return read(database
                .createNativeQuery(SEAT + "kind = :kind and name = :name and number between :from and :to and taken "
                        + "and release <= :upTo order by number desc", Tuple.class)
                .setParameter("kind", kind.name()).setParameter("name", name).setParameter("from", from)
                .setParameter("to", to).setParameter("upTo", upTo).getResultList());
    }

    /** The number of a list's last seat, taken or not; 0 if nothing ever stood in it. */
    @Transactional
    int last(Listing.Kind kind, String name, long upTo) {
        var last = database.createNativeQuery(
                "select number from site.seat where kind = :kind and name = :name and release <= :upTo order by number desc limit 1")
                .setParameter("kind", kind.name()).setParameter("name", name).setParameter("upTo", upTo)
                .getResultList();
        return last.isEmpty() ? 0 : ((Number) last.get(0)).intValue();
    }

    /** The stories that stand in a list now, newest first. */
    @Transactional
    List<UUID> storiesOf(Listing.Kind kind, String name, long upTo) {
        @SuppressWarnings("unchecked")
        List<UUID> articles = database.createNativeQuery(
                "select article from site.seat where kind = :kind and name = :name and taken and release <= :upTo order by number desc")
                .setParameter("kind", kind.name()).setParameter("name", name).setParameter("upTo", upTo)
                .getResultList();
        return articles;
    }

    /** All lists that there are. */
    @Transactional
    List<Length> all(long upTo) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                "select kind, name, max(number) from site.seat where release <= :upTo group by kind, name order by kind, name",
                Tuple.class).setParameter("upTo", upTo).getResultList();
        return rows.stream()
                .map(row -> new Length(Listing.Kind.valueOf(row.get(0, String.class)), row.get(1, String.class),
                        row.get(2, Number.class).intValue()))
                .toList();
    }

    /** The days of which something stands, or whose list has numbered pages. */
    @Transactional
    List<String> days(long upTo) {
        @SuppressWarnings("unchecked")
        List<String> days = database.createNativeQuery(
                "select distinct name from site.seat where kind = 'DAY' and (taken or number >= :numbered) and release <= :upTo")
                .setParameter("numbered", 2 * Catalogue.FULL).setParameter("upTo", upTo).getResultList();
        return days;
    }

    @SuppressWarnings("unchecked")
    private static List<Seat> read(List<?> rows) {
        return ((List<Tuple>) rows).stream()
                .map(row -> new Seat(Listing.Kind.valueOf(row.get(0, String.class)), row.get(1, String.class),
                        row.get(2, Number.class).intValue(), row.get(3, UUID.class),
                        row.get(4, Number.class).longValue(), row.get(5, Boolean.class)))
                .toList();
    }
}
