package kz.qalam.core.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored rounds. */
@ApplicationScoped
class ReviewRows implements PanacheRepositoryBase<Review, UUID> {

    Optional<Review> open(UUID article) {
        return find("article = ?1 and verdict is null", article).firstResultOptional();
    }

    /** Newest first. */
    List<Review> of(UUID article, int size) {
        return find("article = ?1 order by askedAt desc", article).page(0, size).list();
    }
}
