package kz.qalam.api.staff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Membership;
import kz.qalam.core.staff.Staff;

/** Desks by the names that people use for them. */
@ApplicationScoped
public class Desks {

    private final Staff staff;

    Desks(Staff staff) {
        this.staff = staff;
    }

    /**
     * The desk that is meant.
     *
     * @param named an id or a slug; absent: none is meant
     * @throws NotFound when there is no such desk
     */
    public @Nullable UUID named(@Nullable String named) {
        return named == null || named.isEmpty() ? null : find(named).orElseThrow(NotFound::new);
    }

    /** @param named an id or a slug */
    public Optional<UUID> find(String named) {
        return staff.desks().stream().filter(desk -> desk.slug().equals(named) || desk.id().toString().equals(named))
                .map(Desk::id).findFirst();
    }

    /** Memberships with the names of their desks. */
    List<MembershipView> described(List<Membership> memberships) {
        List<Desk> all = staff.desks();
        return memberships.stream()
                .map(held -> new MembershipView(all.stream().filter(desk -> Objects.equals(desk.id(), held.desk()))
                        .map(DeskView::of).findFirst().orElse(null), held.role()))
                .toList();
    }
}
