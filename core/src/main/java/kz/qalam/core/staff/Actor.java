package kz.qalam.core.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;

/**
 * Who acts: a person as the newsroom knows them at this moment, with what they may be at which desk. Passed into every
 * act; never remembered between requests, so that a membership taken away ends at once.
 */
public record Actor(UUID person, String username, String name, List<Membership> memberships, Set<UUID> closed) {

    /** @param closed those of their desks at which no story begins any more */
    public Actor {
        memberships = List.copyOf(memberships);
        closed = Set.copyOf(closed);
    }

    public Actor(UUID person, String username, String name, List<Membership> memberships) {
        this(person, username, name, memberships, Set.of());
    }

    public boolean is(Role role, UUID desk) {
        return memberships.contains(new Membership(desk, role));
    }

    public boolean isAdmin() {
        return memberships.stream().anyMatch(held -> held.role() == Role.ADMIN);
    }

    /** The desks at which this person holds the role. */
    public Set<UUID> desks(Role role) {
        return desks(held -> held.role() == role);
    }

    /** The desks at which this person holds any role. */
    public Set<UUID> desks() {
        return desks(held -> true);
    }

    private Set<UUID> desks(Predicate<Membership> which) {
        return memberships.stream().filter(which).map(Membership::desk)
                .flatMap(desk -> Optional.ofNullable(desk).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this person writes at some desk. */
    public boolean writes() {
        return !desks(Role.AUTHOR).isEmpty() || !desks(Role.EDITOR).isEmpty();
    }

    /** Whether this person may start a story at some desk. */
    public boolean startsStories() {
        return !closed.containsAll(desks(Role.AUTHOR)) || !closed.containsAll(desks(Role.EDITOR));
    }

    /** @throws Invalid for a desk at which no story begins any more */
    public void requireOpen(UUID desk) {
        if (closed.contains(desk)) {
            throw Invalid.of("/desk", "desk-closed");
        }
    }

    /**
     * The desk at which this person does something new.
     *
     * @param named absent: the first at which they hold one of the roles, of those that are open if there is one
     * @param roles any of which is enough
     * @throws NotFound for a desk at which they hold no role at all: for them it does not exist
     * @throws NotPermitted where they hold another role, or none is named and they hold none of these anywhere
     */
    public UUID deskFor(@Nullable UUID named, Role... roles) {
        Set<Role> enough = Set.of(roles);
        return memberships.stream().filter(held -> enough.contains(held.role())).map(Membership::desk)
                .flatMap(desk -> Optional.ofNullable(desk).stream()).filter(desk -> named == null || desk.equals(named))
                .min(Comparator.comparing(closed::contains))
                .orElseThrow(() -> named == null || desks().contains(named) ? new NotPermitted() : new NotFound());
    }
}
