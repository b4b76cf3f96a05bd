package kz.qalam.publishing.relay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** How often stories were read, as lists tell it: from time to time, so that the same moment gives the same page. */
@ApplicationScoped
class Readings {
    private final EntityManager database;

    Readings(EntityManager database) {
        this.database = database;
    }

    /** What lists were told last of these stories, by path. */
    @Transactional
    Map<String, Long> ranked(Collection<String> paths) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                "select path, ranked from site.reading where path = any (:paths) and ranked > 0", Tuple.class)
                .setParameter("paths", paths.toArray(String[]::new)).getResultList();
        return rows.stream()
                .collect(
                        Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Number.class).longValue()));
    }

    /** Lets lists know what has been counted of these stories. */
    @Transactional
    void rank(Collection<String> paths) {
        database.createNativeQuery("select site.rank_views(:paths)")
                .setParameter("paths", paths.toArray(String[]::new)).getSingleResult();
    }
}
