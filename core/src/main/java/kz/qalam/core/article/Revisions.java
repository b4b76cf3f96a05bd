package kz.qalam.core.article;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import kz.qalam.core.refusal.NotFound;

/** The stored revisions. */
@ApplicationScoped
class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {

    Revision get(UUID article, int number) {
        return findByIdOptional(new Revision.Key(article, number)).orElseThrow(NotFound::new);
    }

    /**
     * Of the revision that a save would follow, all that the save asks; its text stays where it is.
     *
     * @param redacted the number under which what is being saved was redacted in that story; 0 if it was not
     */
    record Parent(int number, UUID author, byte[] digest, int redacted) {

        boolean says(byte[] other) {
            return Arrays.equals(digest, other);
        }
    }

    /** @param saving the digest of what is being saved */
    Parent parent(UUID article, int number, byte[] saving) {
        List<?> found = getEntityManager().createNativeQuery("""
                select r.author, r.digest, (select coalesce(max(o.number), 0) from redaction d
                  join revision o on o.article = d.article and o.number = d.revision
                  where d.article = r.article and o.digest = :digest) as redacted
                from revision r where r.article = :article and r.number = :number""", Tuple.class)
                .setParameter("article", article).setParameter("number", number).setParameter("digest", saving)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        Tuple row = (Tuple) found.get(0);
        return new Parent(number, row.get("author", UUID.class), row.get("digest", byte[].class),
                row.get("redacted", Integer.class));
    }

    /** Newest first, without their texts. */
    List<RevisionLine> lines(UUID article, int before, int size) {
        return find("""
                select r.number, r.author, r.origin, r.drawnFrom, r.writtenAt, r.digest, r.writers from Revision r
                where r.article = ?1 and r.number < ?2 order by r.number desc""", article, before)
                .page(Page.ofSize(size)).project(RevisionLine.class).list();
    }
}
