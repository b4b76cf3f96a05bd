package kz.qalam.core.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.staff.Actor;

/** Who has a story open now. Open windows say it again and again; whoever falls silent is gone. */
@ApplicationScoped
public class Attending {

    /** Whoever has not said so for this long has it open no more. */
    public static final Duration SILENCE = Duration.ofSeconds(45);

    /** No list is longer. */
    public static final int MOST = 50;

    private final ArticleRows articles;
    private final EntityManager entities;

    Attending(ArticleRows articles, EntityManager entities) {
        this.articles = articles;
        this.entities = entities;
    }

    /** Says that this person has the story open in a window. For whoever may read it. */
    @Transactional
    public void attend(Actor actor, UUID article, UUID window, boolean unsaved) {
        Move.READ.guard(actor, articles.get(article));
        int before = entities.createNativeQuery("""
                update presence set unsaved = :unsaved, seen_at = clock_timestamp()
                where article = :article and person = :me and window_id = :window""")
                .setParameter("unsaved", unsaved).setParameter("article", article).setParameter("me", actor.person())
                .setParameter("window", window).executeUpdate();
        if (before == 0) {
            sweep();
            entities.createNativeQuery("""
                    insert into presence (article, person, window_id, unsaved) values (:article, :me, :window, :unsaved)
                    on conflict do nothing""").setParameter("article", article).setParameter("me", actor.person())
                    .setParameter("window", window).setParameter("unsaved", unsaved).executeUpdate();
        }
    }

    private void sweep() {
        entities.createNativeQuery("""
                delete from presence where (article, person, window_id) in (
                  select article, person, window_id from presence
                  where seen_at < clock_timestamp() - interval '10 minutes' limit 200 for update skip locked)""")
                .executeUpdate();
    }

    /** Says that a window was closed. */
    @Transactional
    public void leave(Actor actor, UUID article, UUID window) {
        Move.READ.guard(actor, articles.get(article));
        entities.createNativeQuery(
                "delete from presence where article = :article and person = :me and window_id = :window")
                .setParameter("article", article).setParameter("me", actor.person()).setParameter("window", window)
                .executeUpdate();
    }

    /** Who else has it open, by name: at most {@value #MOST}. */
    @Transactional
    public List<Present> others(Actor actor, UUID article) {
        Move.READ.guard(actor, articles.get(article));
        List<?> rows = entities.createNativeQuery("""
                select p.person, who.name, bool_or(p.unsaved) as unsaved, max(p.seen_at) as seen_at
                from presence p join person who on who.id = p.person
                where p.article = :article and p.person <> :me
                  and p.seen_at > clock_timestamp() - cast(:seconds as integer) * interval '1 second'
                group by p.person, who.name order by who.name collate "kk-x-icu", p.person""", Tuple.class)
                .setParameter("article", article).setParameter("me", actor.person())
                .setParameter("seconds", (int) SILENCE.toSeconds()).setMaxResults(MOST).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Present(row.get("person", UUID.class), row.get("name", String.class),
                        row.get("unsaved", Boolean.class), row.get("seen_at", Instant.class)))
                .toList();
    }
}
