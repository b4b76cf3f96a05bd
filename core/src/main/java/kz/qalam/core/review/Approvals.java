package kz.qalam.core.review;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What has been approved. */
@ApplicationScoped
public class Approvals implements PanacheRepositoryBase<Approval, UUID> {

    /** The approval of a revision; a revision is approved once. */
    public Optional<Approval> of(UUID article, int revision) {
        return find("article = ?1 and revision = ?2", article, revision).firstResultOptional();
    }
}
