package kz.qalam.core.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stories;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;

/** Reading the notes on a story: whoever may read the story reads them. */
@ApplicationScoped
public class Notes {

    /** No list is longer. */
    public static final int MOST = 200;

    private static final String NOTE = """
            select n.id, n.revision, n.field, n.block, n.start_at, n.end_at, n.quoted, n.said, writer.name as author,
              n.author = :me as own, n.written_at, resolver.name as resolved_by, n.resolved_at
            from note n join person writer on writer.id = n.author left join person resolver on resolver.id = n.resolved_by
            where n.article = :article\s""";

    private final Stories stories;
    private final EntityManager entities;

    Notes(Stories stories, EntityManager entities) {
        this.stories = stories;
        this.entities = entities;
    }

    /** The newest notes on a story, those still open first: at most {@value #MOST}. */
    @Transactional
    public List<Note> of(Actor actor, UUID article) {
        Move.READ.guard(actor, stories.get(article));
        List<?> rows = entities
                .createNativeQuery(NOTE + "order by n.resolved_by is not null, n.written_at desc, n.id desc",
                        Tuple.class)
                .setParameter("me", actor.person()).setParameter("article", article).setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(Notes::note).toList();
    }

    Note get(Actor actor, UUID article, UUID id) {
        List<?> rows = entities.createNativeQuery(NOTE + "and n.id = :id", Tuple.class)
                .setParameter("me", actor.person()).setParameter("article", article).setParameter("id", id)
                .getResultList();
        return rows.stream().findFirst().map(Tuple.class::cast).map(Notes::note).orElseThrow(NotFound::new);
    }

    /** Whether this person's notes on a revision wait for an answer. */
    boolean hasOpen(Actor actor, UUID article, int revision) {
        return (Boolean) entities.createNativeQuery("""
                select exists (select from note where article = :article and revision = :revision and author = :me
                  and resolved_by is null)""").setParameter("article", article)
                .setParameter("revision", revision).setParameter("me", actor.person()).getSingleResult();
    }

    private static Note note(Tuple row) {
        return new Note(row.get("id", UUID.class), row.get("revision", Integer.class), row.get("field", String.class),
                row.get("block", Integer.class),
                row.get("start_at", Integer.class), row.get("end_at", Integer.class), row.get("quoted", String.class),
                row.get("said", String.class), row.get("author", String.class), row.get("own", Boolean.class),
                row.get("written_at", Instant.class), row.get("resolved_by", String.class),
                row.get("resolved_at", Instant.class));
    }
}
