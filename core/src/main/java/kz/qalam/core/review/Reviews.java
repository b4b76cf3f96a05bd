package kz.qalam.core.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** Reading rounds of review. */
@ApplicationScoped
public class Reviews {

    /** No list is longer. */
    public static final int MOST = 100;

    private static final String ROUND = """
            select r.article, v.copy ->> 'headline' as headline, r.revision, r.kind, r.notice, r.from_at,
              asker.name as asked_by, r.asked_at, r.verdict, decider.name as decided_by, r.decided_at, r.note,
              :me = any (v.writers) as own
            from review r join article a on a.id = r.article
              join revision v on v.article = r.article and v.number = r.revision
              join person asker on asker.id = r.asked_by left join person decider on decider.id = r.decided_by
            """;

    private final Stories stories;
    private final EntityManager entities;

    Reviews(Stories stories, EntityManager entities) {
        this.stories = stories;
        this.entities = entities;
    }

    /** The open round of a story that this person may read. */
    @Transactional
    public Optional<Round> open(Actor actor, UUID article) {
        return of(actor, article, 1).stream().filter(round -> round.verdict() == null).findFirst();
    }

    /** A story's rounds, newest first. */
    @Transactional
    public List<Round> of(Actor actor, UUID article, int size) {
        Move.READ.guard(actor, stories.get(article));
        return rounds("where r.article = :article order by r.asked_at desc", actor, "article", article, size);
    }

    /** What waits for this reviewer's yes or no, the longest waiting first; their own writing is marked. */
    @Transactional
    public List<Round> waitingFor(Actor reviewer, int size) {
        return rounds("where r.verdict is null and a.desk = any (cast(:desks as uuid[])) order by r.asked_at", reviewer,
                "desks", reviewer.desks(Role.REVIEWER).toArray(UUID[]::new), size);
    }

    /** Open rounds that this person asked for, the longest waiting first. */
    @Transactional
    public List<Round> askedBy(Actor actor, int size) {
        return rounds("where r.verdict is null and r.asked_by = :person order by r.asked_at", actor, "person",
                actor.person(), size);
    }

    private List<Round> rounds(String which, Actor actor, String parameter, Object value, int size) {
        List<?> rows = entities.createNativeQuery(ROUND + which, Tuple.class).setParameter("me", actor.person())
                .setParameter(parameter, value).setMaxResults(Math.min(size, MOST)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Reviews::round).toList();
    }

    private static Round round(Tuple row) {
        String verdict = row.get("verdict", String.class);
        return new Round(row.get("article", UUID.class), row.get("headline", String.class),
                row.get("revision", Integer.class), Kind.valueOf(row.get("kind", String.class)),
                row.get("notice", String.class), row.get("from_at", Instant.class), row.get("asked_by", String.class),
                row.get("asked_at", Instant.class), verdict == null ? null : Verdict.valueOf(verdict),
                row.get("decided_by", String.class), row.get("decided_at", Instant.class),
                row.get("note", String.class), row.get("own", Boolean.class));
    }
}
