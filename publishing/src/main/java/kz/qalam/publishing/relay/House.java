package kz.qalam.publishing.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

/**
 * Whether the house is held: restored from a backup, it may hold what was withdrawn since, and shows readers nothing new until
 * its operator resumes it.
 */
@ApplicationScoped
public class House {

    private final EntityManager database;
    private volatile @Nullable Boolean held;

    House(EntityManager database) {
        this.database = database;
    }

    /** Asks the database. */
    @Transactional
    boolean held() {
        var says = (Boolean) database.createNativeQuery("select held from site.house").getSingleResult();
        held = says;
        return says;
    }

    /** As this process last heard: at most seconds ago; true as long as it has heard nothing. */
    public boolean mayBeHeld() {
        return !Boolean.FALSE.equals(held);
    }

    /** Whether the database has said so. */
    boolean isKnownHeld() {
        return Boolean.TRUE.equals(held);
    }

    /** The database gives no text: it was held between two questions. Nothing may be printed without what it would say. */
    static final class Held extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
