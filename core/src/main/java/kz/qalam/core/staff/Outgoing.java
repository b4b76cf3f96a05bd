package kz.qalam.core.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import kz.qalam.core.refusal.Invalid;

/**
 * Whether anything goes out to readers at present. What stands on every page – names of tags and sections, spellings – goes
 * out without a release, and stays as it is while releases are stopped or a restored house is held. The database keeps it.
 */
@ApplicationScoped
public class Outgoing {

    private final Session entities;

    Outgoing(Session entities) {
        this.entities = entities;
    }

    /** @throws Invalid while nothing goes out */
    @Transactional
    public void require() {
        Object runs = entities.createNativeQuery("""
                select not exists (select from release_stop where ended_at is null)
                  and not exists (select from house where held_at is not null)""").getSingleResult();
        if (!Boolean.TRUE.equals(runs)) {
            throw Invalid.of("", "nothing-goes-out");
        }
    }
}
