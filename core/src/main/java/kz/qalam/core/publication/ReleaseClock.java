package kz.qalam.core.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Asks the database to release what is due. The database alone judges that; nothing else writes a release. */
@ApplicationScoped
class ReleaseClock {

    private final EntityManager entities;

    ReleaseClock(EntityManager entities) {
        this.entities = entities;
    }

    /** To be the last thing that an act does: it takes the newsroom's one lock and holds it to commit. */
    void releaseDue() {
        entities.flush();
        entities.createNativeQuery("select released from release_due()").getSingleResult();
    }
}
