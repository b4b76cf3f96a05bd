package kz.qalam.core.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;
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

    private static final int[] NONE = {};

    private final ArticleRows rows;
    private final Revisions revisions;
    private final StoryWords words;
    private final EntityManager entities;

    Twins(ArticleRows rows, Revisions revisions, StoryWords words, EntityManager entities) {
        this.rows = rows;
        this.revisions = revisions;
        this.words = words;
        this.entities = entities;
    }

    /** Keeps by what an approved text is recognised once it is live. Part of the approval. */
    public void approved(Revision read) {
        words.sketch(read.article(), read.number(), StoryWords.sketch(read.copy()));
    }

    /** Of the current text. */
    public List<Twin> of(Actor actor, UUID id) {
        return of(actor, id, null);
    }

    /**
     * Stories that are nearly the same as a text of this one, the likest first: those that readers have, of any desk, by
     * the very text that they have; and those of the same desk that are live, planned or in review, by their current text,
     * where the person may read it. Texts of fewer than some 22 words have none.
     *
     * @param revision which text; absent: the current one
     * @throws NotFound when the person may not read this story, or it has no such revision
     */
    @Transactional
    public List<Twin> of(Actor actor, UUID id, @Nullable Integer revision) {
        Article article = rows.get(id);
        Move.READ.guard(actor, article);
        int[] sketch = sketch(article, revision);
        if (sketch.length == 0) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String visible = Articles.visible(actor, parameters);
        // A held house gives readers no text: what stood there may not stand any more
        Query query = entities.createNativeQuery(
                """
                        with met as (
                          select near.article from unnest(cast(:marks as bigint[])) m(mark) cross join lateral (
                            select t.article from story_mark t where t.mark = m.mark order by t.article desc limit :each) near
                          union
                          select near.article from unnest(cast(:live as bigint[])) m(mark) cross join lateral (
                            select t.article from live_mark t where t.mark = m.mark order by t.article desc limit :each) near),
                        near as (
                          select a.id, a.desk, a.headline, a.language, a.stage, a.author, a.changed_at, a.revision, VISIBLE as readable,
                            s.last_at, s.path, s.live, t.sketch as live_sketch
                          from met join article a on a.id = met.article left join standing s on s.article = a.id
                          left join text_sketch t on t.article = s.article and t.revision = s.revision and s.live
                            and not exists (select from house where held_at is not null)
                          where a.id <> :id)
                        select a.id, a.headline, a.language, a.stage, p.name as author, a.changed_at, a.last_at,
                          case when a.live then a.path end as path, a.readable, w.sketch, a.live_sketch
                        from near a left join person p on p.id = a.author
                        left join story_words w on w.article = a.id and w.revision = a.revision and a.readable and a.desk = :desk
                          and (a.live or a.stage = 'IN_REVIEW' or exists (
                            select from edition e where e.article = a.id and e.state in ('PLANNED', 'HELD')))
                        where w.sketch is not null or a.live_sketch is not null"""
                        .replace("VISIBLE", visible),
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> near = query.setParameter("marks", Sketch.marks(article.desk(), sketch))
                .setParameter("live", Sketch.marks(sketch)).setParameter("each", OF_A_MARK).setParameter("id", id)
                .setParameter("desk", article.desk()).getResultList();
        return named(near.stream().map(Tuple.class::cast).map(row -> near(row, sketch))
                .filter(one -> one.twin().hundredths() >= LEAST)
                .sorted(Comparator.comparing(Near::twin, Comparator.comparingInt(Twin::hundredths).reversed()
                        .thenComparing(Twin::changedAt, Comparator.reverseOrder())))
                .limit(MOST).toList());
    }

    /** @param live the story, where it is told because of what readers have of it: under the headline that they have */
    private record Near(Twin twin, @Nullable UUID live) {}

    private int[] sketch(Article article, @Nullable Integer revision) {
        if (revision != null && revision != article.revision()) {
            Revision one = revisions.get(article.id(), revision);
            return one.isRedacted() ? NONE : StoryWords.sketch(one.copy());
        }
        List<?> found = entities.createNativeQuery("""
                select w.sketch from story_words w join article a on a.id = w.article and a.revision = w.revision
                where w.article = :id""", Integer[].class).setParameter("id", article.id()).getResultList();
        return found.isEmpty() ? NONE : plain((Integer[]) found.get(0));
    }

    private static int[] plain(Integer[] hashes) {
        return Arrays.stream(hashes).mapToInt(Integer::intValue).toArray();
    }

    private static Near near(Tuple row, int[] sketch) {
        int current = likeness(sketch, row.get("sketch", Integer[].class));
        int stands = likeness(sketch, row.get("live_sketch", Integer[].class));
        boolean readable = row.get("readable", Boolean.class);
        UUID id = row.get("id", UUID.class);
        return new Near(new Twin(readable ? id : null, readable ? row.get("headline", String.class) : "",
                Language.of(row.get("language", String.class)),
                readable ? Stage.valueOf(row.get("stage", String.class)) : Stage.APPROVED,
                readable ? row.get("author", String.class) : null,
                row.get(readable ? "changed_at" : "last_at", Instant.class), row.get("path", String.class),
                Math.max(current, stands)), readable && current >= stands ? null : id);
    }

    private List<Twin> named(List<Near> near) {
        UUID[] live = near.stream().map(Near::live).filter(Objects::nonNull).toArray(UUID[]::new);
        Map<UUID, String> headlines = new HashMap<>();
        List<?> rows = live.length == 0
                ? List.of()
                : entities.createNativeQuery("""
                        select s.article, v.copy ->> 'headline' as headline from standing s
                        join revision v on v.article = s.article and v.number = s.revision and v.copy is not null
                        where s.live and s.article = any (cast(:live as uuid[]))""", Tuple.class)
                        .setParameter("live", live).getResultList();
        rows.stream().map(Tuple.class::cast)
                .forEach(row -> headlines.put(row.get("article", UUID.class), row.get("headline", String.class)));
        List<Twin> twins = new ArrayList<>();
        for (Near one : near) {
            String headline = one.live() == null ? one.twin().headline() : headlines.get(one.live());
            if (headline != null) {
                twins.add(one.twin().headed(headline));
            }
        }
        return List.copyOf(twins);
    }

    private static int likeness(int[] sketch, Integer @Nullable [] other) {
        return other == null ? 0 : (int) Math.floor(100 * Sketch.likeness(sketch, plain(other)));
    }
}
