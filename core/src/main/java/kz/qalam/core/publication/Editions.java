package kz.qalam.core.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored editions. */
@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, UUID> {

    /** The planned or held edition of an approval, locked against its release. */
    Optional<Edition> lockPending(UUID approval) {
        return find("approval = ?1 and state in (PLANNED, HELD)", approval).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A story's editions that are planned and not held, locked against their release. */
    List<Edition> lockPlanned(UUID article) {
        return find("article = ?1 and state = PLANNED and kind <> 'WITHDRAWAL'", article)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    int nextNumber(UUID article) {
        return (int) count("article", article) + 1;
    }
}
