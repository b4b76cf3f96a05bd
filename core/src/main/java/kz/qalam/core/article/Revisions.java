package kz.qalam.core.article;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import kz.qalam.core.refusal.NotFound;

/** The stored revisions. */
@ApplicationScoped
class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {

    Revision get(UUID article, int number) {
        return findByIdOptional(new Revision.Key(article, number)).orElseThrow(NotFound::new);
    }

    /** The number under which this text was redacted in that story; 0 if it was not. */
    int redacted(UUID article, byte[] digest) {
        return ((Number) getEntityManager().createNativeQuery("""
                select coalesce(max(r.number), 0) from redaction d
                join revision r on r.article = d.article and r.number = d.revision
                where d.article = :article and r.digest = :digest""").setParameter("article", article)
                .setParameter("digest", digest).getSingleResult()).intValue();
    }

    /** Newest first, without their texts. */
    List<RevisionLine> lines(UUID article, int before, int size) {
        return find("""
                select r.number, r.author, r.origin, r.drawnFrom, r.writtenAt, r.digest, r.writers from Revision r
                where r.article = ?1 and r.number < ?2 order by r.number desc""", article, before)
                .page(Page.ofSize(size)).project(RevisionLine.class).list();
    }
}
