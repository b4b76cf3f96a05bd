package kz.qalam.core.audit;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The trail: insert-only, one chain per story (and per person, desk …), so that no lock is shared by all saves. The
 * database numbers, dates and chains each entry; whoever writes to a story's chain holds the story's lock.
 */
@ApplicationScoped
public class Trail {

    /** No page of the trail is longer. */
    public static final int MOST = 500;

    private static final String ENTRIES = """
            select t.seq, t.at, p.username, p.name, t.act, cast(t.details as text) as details
            from trail t left join person p on p.id = t.actor where t.chain = :chain""";

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private final Session entities;

    Trail(Session entities) {
        this.entities = entities;
    }

    /**
     * Adds an entry, in the act's own transaction.
     *
     * @param chain the story, person or desk that it is about
     * @param actor the person; absent when the newsroom acts by itself
     * @param details small facts by name: numbers, digests in hex, roles; never a story's text
     */
    public void record(UUID chain, @Nullable UUID actor, Act act, Map<String, ?> details) {
        entities.createNativeQuery(
                """
                        insert into trail (chain, actor, act, details) values (:chain, :actor, :act, cast(:details as jsonb))""")
                .setParameter("chain", chain).setParameter("actor", actor, UUID.class).setParameter("act", act.key())
                .setParameter("details", json(details)).executeUpdate();
    }

    /**
     * Keeps others from writing to a chain until the act commits: for what has no lock of its own, as a story has. Two
     * who wrote at once would both claim the chain's next place.
     */
    public void keepOthersOff(UUID chain) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:chain, 0)) as text)")
                .setParameter("chain", chain.toString()).getSingleResult();
    }

    /**
     * A chain's entries, oldest first.
     *
     * @param after the last {@code seq} already read, 0 to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public List<Entry> read(UUID chain, int after, int size) {
        List<?> rows = entities.createNativeQuery(ENTRIES + " and t.seq > :after order by t.seq", Tuple.class)
                .setParameter("chain", chain).setParameter("after", after).setMaxResults(Math.min(size, MOST))
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(Trail::entry).toList();
    }

    /** A chain's newest entry. */
    @Transactional
    public Optional<Entry> last(UUID chain) {
        List<?> rows = entities.createNativeQuery(ENTRIES + " order by t.seq desc", Tuple.class)
                .setParameter("chain", chain).setMaxResults(1).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Trail::entry).findFirst();
    }

    private static Entry entry(Tuple row) {
        try {
            return new Entry(row.get("seq", Integer.class), row.get("at", Instant.class),
                    row.get("username", String.class), row.get("name", String.class), row.get("act", String.class),
                    JSON.readTree(row.get("details", String.class)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
