package kz.qalam.core.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;

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

    /** Whether this person may start a story at some desk. */
    public boolean startsStories() {
        return !desks(Role.AUTHOR).isEmpty() || !desks(Role.EDITOR).isEmpty();
    }

    /**
     * The desk at which this person does something new.
     *
     * @param named absent: the first at which they hold one of the roles
     * @param roles any of which is enough
     * @throws NotFound for a desk at which they hold no role at all: for them it does not exist
     * @throws NotPermitted where they hold another role, or none is named and they hold none of these anywhere
     */
    public UUID deskFor(@Nullable UUID named, Role... roles) {
        Set<Role> enough = Set.of(roles);
        return memberships.stream().filter(held -> enough.contains(held.role())).map(Membership::desk)
                .flatMap(desk -> Optional.ofNullable(desk).stream()).filter(desk -> named == null || desk.equals(named))
                .findFirst().orElseThrow(() -> named == null || worksAt(named) ? new NotPermitted() : new NotFound());
    }

    private boolean worksAt(UUID desk) {
        return memberships.stream().anyMatch(held -> desk.equals(held.desk()));
    }
}
