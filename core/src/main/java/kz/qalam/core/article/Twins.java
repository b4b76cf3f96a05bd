package kz.qalam.core.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;

/** «This story stands already»: what is nearly the same text, before it is published twice. */
@ApplicationScoped
public class Twins {

    /** No more are told. */
    public static final int MOST = 5;

    /** Half of both texts: below that they only quote the same. */
    private static final int LEAST = 50;

    /** Newest stories that are looked at for each mark. */
    private static final int OF_A_MARK = 40;

    private final ArticleRows rows;
    private final EntityManager entities;

    Twins(ArticleRows rows, EntityManager entities) {
        this.rows = rows;
        this.entities = entities;
    }

    /**
     * Stories of the same desk that are live, planned or in review, and nearly the same as this one's current text; the
     * likest first. What the person may not read is among them only where its current text is the one that readers have.
     * Texts of fewer than some 22 words have none.
     *
     * @throws NotFound when the person may not read this story
     */
    @Transactional
    public List<Twin> of(Actor actor, UUID id) {
        Article article = rows.get(id);
        Move.READ.guard(actor, article);
        int[] sketch = sketch(id);
        if (sketch == null || sketch.length == 0) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String visible = Articles.visible(actor, parameters);
        Query query = entities.createNativeQuery("""
                with met as (
                  select distinct near.article from unnest(cast(:marks as bigint[])) m(mark) cross join lateral (
                    select t.article from story_mark t where t.mark = m.mark order by t.article desc limit :each) near
                  where near.article <> :id)
                select a.id, a.headline, a.stage, p.name as author, a.changed_at, w.sketch,
                  s.last_at, case when s.live then s.path end as path, VISIBLE as readable
                from met join article a on a.id = met.article
                join story_words w on w.article = a.id and w.revision = a.revision
                left join person p on p.id = a.author left join standing s on s.article = a.id
                where a.desk = :desk
                  and (s.live or a.stage = 'IN_REVIEW' or exists (
                    select from edition e where e.article = a.id and e.state in ('PLANNED', 'HELD')))
                  and (VISIBLE or s.live and s.revision = a.revision)""".replace("VISIBLE", visible), Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> near = query.setParameter("marks", Sketch.marks(article.desk(), sketch)).setParameter("each", OF_A_MARK)
                .setParameter("id", id).setParameter("desk", article.desk()).getResultList();
        return near.stream().map(Tuple.class::cast).map(row -> twin(row, sketch))
                .filter(twin -> twin.hundredths() >= LEAST)
                .sorted(Comparator.comparingInt(Twin::hundredths).reversed()
                        .thenComparing(Twin::changedAt, Comparator.reverseOrder()))
                .limit(MOST).toList();
    }

    private int @Nullable [] sketch(UUID id) {
        List<?> found = entities.createNativeQuery("""
                select w.sketch from story_words w join article a on a.id = w.article and a.revision = w.revision
                where w.article = :id""", Integer[].class).setParameter("id", id).getResultList();
        return found.isEmpty() ? null : plain((Integer[]) found.get(0));
    }

    private static int[] plain(Integer[] hashes) {
        return Arrays.stream(hashes).mapToInt(Integer::intValue).toArray();
    }

    private static Twin twin(Tuple row, int[] sketch) {
        boolean readable = row.get("readable", Boolean.class);
        return new Twin(readable ? row.get("id", UUID.class) : null, row.get("headline", String.class),
                readable ? Stage.valueOf(row.get("stage", String.class)) : Stage.APPROVED,
                readable ? row.get("author", String.class) : null,
                row.get(readable ? "changed_at" : "last_at", Instant.class), row.get("path", String.class),
                (int) Math.floor(100 * Sketch.likeness(sketch, plain(row.get("sketch", Integer[].class)))));
    }
}
