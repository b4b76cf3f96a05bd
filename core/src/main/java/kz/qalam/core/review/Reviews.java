package kz.qalam.core.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Cursor;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.copy.Language;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** Reading rounds of review. */
@ApplicationScoped
public class Reviews {

    /** No list is longer. */
    public static final int MOST = 100;

    private static final String ROUND = """
            select r.id, r.article, v.copy ->> 'headline' as headline,
              coalesce(v.copy ->> 'language', 'kk') as language, r.revision, r.kind, r.notice, r.from_at,
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

    /** A story's newest rounds, newest first. */
    @Transactional
    public List<Round> of(Actor actor, UUID article, int size) {
        return of(actor, article, null, size).rounds();
    }

    /**
     * A story's rounds, newest first.
     *
     * @param cursor where the last page ended; absent to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public RoundPage of(Actor actor, UUID article, @Nullable String cursor, int size) {
        Move.READ.guard(actor, stories.get(article));
        return page("where r.article = :article", "<", "order by r.asked_at desc, r.article desc",
                Map.of("me", actor.person(), "article", article), cursor, size);
    }

    /** What waits longest for this reviewer's yes or no, the longest waiting first; their own writing is marked. */
    @Transactional
    public List<Round> waitingFor(Actor reviewer, int size) {
        return waitingFor(reviewer, null, size).rounds();
    }

    /**
     * What waits for this reviewer's yes or no, the longest waiting first; their own writing is marked.
     *
     * @param cursor where the last page ended; absent to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public RoundPage waitingFor(Actor reviewer, @Nullable String cursor, int size) {
        return page("where r.verdict is null and a.desk = any (cast(:desks as uuid[]))", ">",
                "order by r.asked_at, r.article", Map.of("me", reviewer.person(), "desks",
                        reviewer.desks(Role.REVIEWER).toArray(UUID[]::new)),
                cursor, size);
    }

    /** Open rounds that this person asked for, of stories that they may still read, the longest waiting first. */
    @Transactional
    public List<Round> askedBy(Actor actor, int size) {
        Map<String, Object> parameters = new HashMap<>();
        return page("where r.verdict is null and r.asked_by = :me and " + Articles.visible(actor, parameters), ">",
                "order by r.asked_at, r.article", parameters, null, size).rounds();
    }

    private RoundPage page(String which, String onwards, String order, Map<String, Object> parameters,
            @Nullable String cursor, int size) {
        int most = Math.min(size, MOST);
        String further = cursor == null
                ? " "
                : " and (r.asked_at, r.article) " + onwards + " (cast(:at as timestamptz), cast(:id as uuid)) ";
        Query query = entities.createNativeQuery(ROUND + which + further + order, Tuple.class);
        parameters.forEach(query::setParameter);
        if (cursor != null) {
            Cursor from = Cursor.read(cursor);
            query.setParameter("at", from.at()).setParameter("id", from.id());
        }
        List<?> rows = query.setMaxResults(most + 1).getResultList();
        List<Round> rounds = rows.stream().limit(most).map(Tuple.class::cast).map(Reviews::round).toList();
        if (rows.size() <= most) {
            return new RoundPage(rounds, null);
        }
        Round last = rounds.get(most - 1);
        return new RoundPage(rounds, new Cursor(last.askedAt(), last.article()).toString());
    }

    private static Round round(Tuple row) {
        String verdict = row.get("verdict", String.class);
        return new Round(row.get("id", UUID.class), row.get("article", UUID.class), row.get("headline", String.class),
                Language.of(row.get("language", String.class)),
                row.get("revision", Integer.class), Kind.valueOf(row.get("kind", String.class)),
                row.get("notice", String.class), row.get("from_at", Instant.class), row.get("asked_by", String.class),
                row.get("asked_at", Instant.class), verdict == null ? null : Verdict.valueOf(verdict),
                row.get("decided_by", String.class), row.get("decided_at", Instant.class),
                row.get("note", String.class), row.get("own", Boolean.class));
    }
}
