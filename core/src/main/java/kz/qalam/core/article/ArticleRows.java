package kz.qalam.core.article;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import kz.qalam.core.refusal.NotFound;

/** The stored stories. */
@ApplicationScoped
class ArticleRows implements PanacheRepositoryBase<Article, UUID> {

    Article get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** The story, locked until the act commits: one act at a time on one story. */
    Article lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    Optional<Article> byRequest(UUID person, String key) {
        return find("startedBy = ?1 and requestKey = ?2", person, key).firstResultOptional();
    }
}
