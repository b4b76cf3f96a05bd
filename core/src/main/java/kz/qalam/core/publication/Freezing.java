package kz.qalam.core.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.FrozenAnew;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * Freezing: nothing is released but withdrawals until someone lets it go on. A publisher of any desk or an admin may do
 * both, because whoever sees something wrong first must be able to stop it. The database keeps it.
 */
@ApplicationScoped
public class Freezing {

    /** The chain of the trail that tells of freezes. */
    public static final UUID CHAIN = new UUID(0, 1);

    private final Session entities;
    private final ReleaseClock releases;
    private final Trail trail;

    Freezing(Session entities, ReleaseClock releases, Trail trail) {
        this.entities = entities;
        this.releases = releases;
        this.trail = trail;
    }

    public static boolean isOpenTo(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.PUBLISHER).isEmpty();
    }

    /** The freeze that stands now: everybody may know. */
    @Transactional
    public Optional<Freeze> current() {
        List<?> rows = entities.createNativeQuery("""
                select s.id, s.reason, p.name, s.stopped_at from release_stop s join person p on p.id = s.stopped_by
                where s.ended_at is null""", Tuple.class).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Freeze(row.get("id", UUID.class), row.get("reason", String.class),
                        row.get("name", String.class), row.get("stopped_at", Instant.class)))
                .findFirst();
    }

    /**
     * Stops all releases. Stopping what stands still changes nothing: the first reason stays. What was being released at
     * this moment is out when this returns; after it nothing is.
     *
     * @param reason for everybody in the newsroom, 1 to {@value Publishing#REASON} characters
     * @throws NotPermitted to who is neither a publisher somewhere nor an admin
     */
    @Transactional
    public void freeze(Actor actor, String reason) {
        guard(actor);
        String why = PlainText.line("/reason", reason, Publishing.REASON);
        if (why == null) {
            throw Invalid.of("/reason", "reason-required");
        }
        trail.keepOthersOff(CHAIN);
        if (current().isPresent()) {
            return;
        }
        trail.record(CHAIN, actor.person(), Act.RELEASES_FROZEN, Map.of("reason", why));
        entities.createNativeQuery("insert into release_stop (id, reason, stopped_by) values (:id, :reason, :by)")
                .setParameter("id", Generators.timeBasedEpochGenerator().generate()).setParameter("reason", why)
                .setParameter("by", actor.person()).executeUpdate();
    }

    /** Ends whichever freeze stands. */
    @Transactional
    public void unfreeze(Actor actor) {
        unfreeze(actor, null);
    }

    /**
     * Lets releases go on: what became due meanwhile goes out at once. Where nothing is stopped this changes nothing.
     *
     * @param known the freeze that the asker knows of; absent: whichever stands
     * @throws FrozenAnew when that one is over and another stands, for a reason of its own
     * @throws NotPermitted to who is neither a publisher somewhere nor an admin
     */
    @Transactional
    public void unfreeze(Actor actor, @Nullable UUID known) {
        guard(actor);
        trail.keepOthersOff(CHAIN);
        Freeze stands = current().orElse(null);
        if (stands != null && known != null && !stands.id().equals(known)) {
            throw new FrozenAnew(stands.by(), stands.reason());
        }
        int ended = entities.createNativeQuery("""
                update release_stop set ended_by = :by, ended_at = clock_timestamp() where ended_at is null""")
                .setParameter("by", actor.person()).executeUpdate();
        if (ended > 0) {
            trail.record(CHAIN, actor.person(), Act.RELEASES_UNFROZEN, Map.of());
            releases.releaseDue();
        }
    }

    private static void guard(Actor actor) {
        if (!isOpenTo(actor)) {
            throw new NotPermitted();
        }
    }
}
