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

    /** Newest first, without their texts. */
    List<RevisionLine> lines(UUID article, int before, int size) {
        return find("""
                select r.number, r.author, r.origin, r.drawnFrom, r.writtenAt, r.digest, r.writers from Revision r
                where r.article = ?1 and r.number < ?2 order by r.number desc""", article, before)
                .page(Page.ofSize(size)).project(RevisionLine.class).list();
    }
}
