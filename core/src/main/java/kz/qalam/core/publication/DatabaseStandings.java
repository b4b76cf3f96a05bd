package kz.qalam.core.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Standing.End;
import kz.qalam.core.article.Standing.Live;
import kz.qalam.core.article.Standing.Planned;
import kz.qalam.core.article.Standings;

/** How stories stand before the public, as releases and editions say. */
@ApplicationScoped
class DatabaseStandings implements Standings {

    private final EntityManager entities;

    DatabaseStandings(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Standing of(UUID article) {
        List<?> rows = entities.createNativeQuery("""
                select s.live, s.revision as live_revision, s.last_release, s.path, s.last_at,
                  e.id, e.number, e.revision, e.kind, e.from_at, e.hold_reason, x.ends_at, x.notice as end_notice
                from (select cast(:article as uuid) as id) a
                  left join standing s on s.article = a.id
                  left join expiry x on x.article = a.id
                  left join edition e on e.article = a.id and e.state in ('PLANNED', 'HELD')
                order by e.from_at, e.number""", Tuple.class).setParameter("article", article).getResultList();
        Tuple first = (Tuple) rows.get(0);
        List<Planned> planned = new ArrayList<>();
        for (Object row : rows) {
            Tuple edition = (Tuple) row;
            UUID id = edition.get("id", UUID.class);
            if (id != null) {
                planned.add(
                        new Planned(id, edition.get("number", Integer.class), edition.get("revision", Integer.class),
                                edition.get("kind", String.class), edition.get("from_at", Instant.class),
                                edition.get("hold_reason", String.class)));
            }
        }
        Boolean live = first.get("live", Boolean.class);
        return new Standing(Boolean.TRUE.equals(live) ? live(first) : null, live != null, List.copyOf(planned),
                end(first));
    }

    private static @Nullable End end(Tuple row) {
        Instant at = row.get("ends_at", Instant.class);
        return at == null ? null : new End(at, row.get("end_notice", String.class));
    }

    private static Live live(Tuple row) {
        return new Live(row.get("live_revision", Integer.class), row.get("last_release", Long.class),
                row.get("path", String.class), row.get("last_at", Instant.class));
    }
}
