package kz.qalam.core.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who acts: a person as the newsroom knows them at this moment, with what they may be at which desk. Passed into every
 * act; never remembered between requests, so that a membership taken away ends at once.
 */
public record Actor(UUID person, String username, String name, List<Membership> memberships) {

    public Actor {
        memberships = List.copyOf(memberships);
    }

    public boolean is(Role role, UUID desk) {
        return memberships.contains(new Membership(desk, role));
    }

    public boolean isAdmin() {
        return memberships.stream().anyMatch(held -> held.role() == Role.ADMIN);
    }

    /** The desks at which this person holds the role. */
    public Set<UUID> desks(Role role) {
        return memberships.stream().filter(held -> held.role() == role).map(Membership::desk)
                .flatMap(desk -> Optional.ofNullable(desk).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The desk a story is started at when none is named: the first at which this person may start or import one. */
    public Optional<UUID> ownDesk() {
        return memberships.stream().filter(held -> held.role() == Role.AUTHOR || held.role() == Role.EDITOR)
                .map(Membership::desk).flatMap(desk -> Optional.ofNullable(desk).stream()).findFirst();
    }
}
