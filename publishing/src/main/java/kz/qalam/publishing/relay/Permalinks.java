package kz.qalam.publishing.relay;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import kz.qalam.publishing.relay.Permalink.Moved;

/** Addresses that stories have left. */
@ApplicationScoped
class Permalinks implements PanacheRepositoryBase<Permalink, String> {

    @Transactional
    List<Moved> moved() {
        return find("path <> currentPath").project(Moved.class).list();
    }

    @Transactional
    List<Moved> movedOf(UUID article) {
        return find("article = ?1 and path <> currentPath", article).project(Moved.class).list();
    }
}
