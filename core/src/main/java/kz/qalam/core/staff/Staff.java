package kz.qalam.core.staff;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;

/**
 * The people and the desks. Keycloak says who someone is; what they may do is a membership here, and counts from the
 * next request on.
 */
@ApplicationScoped
public class Staff {

    /** No list is longer. */
    public static final int MOST = 100;

    /** Stands for the list of desks as a whole, where two admins must not change it at once. */
    private static final UUID ALL_DESKS = new UUID(0, 0);

    private final Session entities;
    private final Trail trail;

    Staff(Session entities, Trail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /**
     * Who comes in. A newcomer is taken on: the realm's roles become memberships at the first desk (admin: of the whole
     * newsroom). After that the realm's roles say nothing any more.
     *
     * @param subject the token's subject, at most 255 characters
     */
    @Transactional
    public Actor enter(String subject, String username, String name, Set<Role> realmRoles) {
        List<Tuple> known = memberships(subject);
        if (known.isEmpty()) {
            takeOn(subject, username, name, realmRoles);
            known = memberships(subject);
        }
        Tuple person = known.get(0);
        List<Membership> held = new ArrayList<>();
        for (Tuple row : known) {
            String role = row.get("role", String.class);
            if (role != null) {
                held.add(new Membership(row.get("desk", UUID.class), Role.valueOf(role)));
            }
        }
        return new Actor(person.get("id", UUID.class), person.get("username", String.class),
                person.get("name", String.class), held);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> memberships(String subject) {
        return entities.createNativeQuery("""
                select p.id, p.username, p.name, m.desk, m.role from person p
                  left join membership m on m.person = p.id left join desk d on d.id = m.desk
                where p.subject = :subject order by d.position, d.slug, m.role""", Tuple.class)
                .setParameter("subject", subject).getResultList();
    }

    private void takeOn(String subject, String username, String name, Set<Role> realmRoles) {
        UUID person = Generators.timeBasedEpochGenerator().generate();
        int taken = entities.createNativeQuery("""
                insert into person (id, subject, username, name) values (:id, :subject, :username, :name)
                on conflict (subject) do nothing""").setParameter("id", person).setParameter("subject", subject)
                .setParameter("username", username).setParameter("name", name).executeUpdate();
        if (taken == 0) {
            return;
        }
        UUID firstDesk = desks().get(0).id();
        for (Role role : realmRoles) {
            join(person, role == Role.ADMIN ? null : firstDesk, role);
        }
        trail.record(person, null, Act.PERSON_JOINED, Map.of("person", person, "username", username, "roles",
                realmRoles.stream().map(Role::name).sorted().toList()));
    }

    private boolean join(UUID person, @Nullable UUID desk, Role role) {
        return entities.createNativeQuery(
                "insert into membership (person, desk, role) values (:person, :desk, :role) on conflict do nothing")
                .setParameter("person", person).setParameter("desk", desk, UUID.class)
                .setParameter("role", role.name()).executeUpdate() > 0;
    }

    /** All desks, in the newsroom's order. */
    @Transactional
    public List<Desk> desks() {
        List<?> rows = entities.createNativeQuery(
                "select id, slug, name, publishes, required, position from desk order by position, slug", Tuple.class)
                .getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Desk(row.get("id", UUID.class), row.get("slug", String.class),
                        row.get("name", String.class),
                        Desk.PublishingRule.valueOf(row.get("publishes", String.class)),
                        Arrays.asList((String[]) row.get("required"))))
                .toList();
    }

    /** @throws NotFound when there is no such desk */
    public Desk desk(UUID id) {
        return desks().stream().filter(desk -> desk.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    /** All desks with their rules. For an admin. */
    @Transactional
    public List<Desk> desks(Actor admin) {
        requireAdmin(admin);
        return desks();
    }

    /**
     * Everyone who works, or has worked, here, by username. For an admin.
     *
     * @param after the last person already read; absent to begin
     * @param size at most {@value #MOST}
     */
    @Transactional
    public StaffPage list(Actor admin, @Nullable UUID after, int size) {
        requireAdmin(admin);
        int most = Math.min(size, MOST);
        List<?> rows = entities.createNativeQuery("""
                select p.id, p.username, p.name, m.desk, m.role
                from (select * from person
                      where cast(:after as uuid) is null
                        or (username, id) > (select a.username, a.id from person a where a.id = :after)
                      order by username, id limit :size) p
                  left join membership m on m.person = p.id left join desk d on d.id = m.desk
                order by p.username, p.id, d.position, d.slug, m.role""", Tuple.class)
                .setParameter("after", after, UUID.class).setParameter("size", most + 1).getResultList();
        Map<UUID, StaffMember> members = new LinkedHashMap<>();
        for (Object each : rows) {
            Tuple row = (Tuple) each;
            Person person = person(row);
            StaffMember member = members.getOrDefault(person.id(), new StaffMember(person, List.of()));
            String role = row.get("role", String.class);
            members.put(person.id(), role == null
                    ? member
                    : member.with(new Membership(row.get("desk", UUID.class), Role.valueOf(role))));
        }
        List<StaffMember> part = members.values().stream().limit(most).toList();
        return new StaffPage(part, members.size() > most ? part.get(most - 1).person().id() : null);
    }

    /**
     * Gives a role at a desk. An admin's act; giving what someone has already changes nothing.
     *
     * @param desk absent for {@link Role#ADMIN} only
     * @throws NotFound when there is no such person or desk
     */
    @Transactional
    public void appoint(Actor admin, UUID person, @Nullable UUID desk, Role role) {
        requireAdmin(admin);
        requireKnown(person, desk, role);
        trail.keepOthersOff(person);
        if (join(person, desk, role)) {
            trail.record(person, admin.person(), Act.MEMBERSHIP_GIVEN, particulars(person, desk, role));
        }
    }

    /**
     * Takes a role away; it ends with the person's next request. An admin's act; taking what someone does not have
     * changes nothing.
     *
     * @throws NotFound when there is no such person or desk
     */
    @Transactional
    public void dismiss(Actor admin, UUID person, @Nullable UUID desk, Role role) {
        requireAdmin(admin);
        requireKnown(person, desk, role);
        trail.keepOthersOff(person);
        int taken = entities.createNativeQuery("""
                delete from membership where person = :person and desk is not distinct from cast(:desk as uuid)
                and role = :role""").setParameter("person", person).setParameter("desk", desk, UUID.class)
                .setParameter("role", role.name()).executeUpdate();
        if (taken > 0) {
            trail.record(person, admin.person(), Act.MEMBERSHIP_TAKEN, particulars(person, desk, role));
        }
    }

    private void requireKnown(UUID person, @Nullable UUID desk, Role role) {
        if ((role == Role.ADMIN) != (desk == null)) {
            throw Invalid.of("desk", role == Role.ADMIN ? "desk-unwanted" : "desk-needed");
        }
        if (people(Set.of(person)).isEmpty()) {
            throw new NotFound();
        }
        if (desk != null) {
            desk(desk);
        }
    }

    /**
     * Starts a desk, or changes its names and rules. An admin's act.
     *
     * @throws Invalid when its names or rules are none, another desk has its slug, or there are {@link Desk#MOST} already
     */
    @Transactional
    public void establish(Actor admin, Desk desk) {
        requireAdmin(admin);
        trail.keepOthersOff(ALL_DESKS);
        check(desk);
        entities.createNativeQuery("""
                insert into desk (id, slug, name, publishes, required, position)
                  values (:id, :slug, :name, :publishes, :required, (select coalesce(max(position), 0) + 1 from desk))
                on conflict (id) do update set slug = excluded.slug, name = excluded.name,
                  publishes = excluded.publishes, required = excluded.required""").setParameter("id", desk.id())
                .setParameter("slug", desk.slug())
                .setParameter("name", desk.name()).setParameter("publishes", desk.publishes().name())
                .setParameter("required", desk.required().toArray(String[]::new)).executeUpdate();
        trail.record(desk.id(), admin.person(), Act.DESK_ESTABLISHED,
                Map.of("slug", desk.slug(), "publishes", desk.publishes().name()));
    }

    private void check(Desk desk) {
        if (!Desk.SLUG.matcher(desk.slug()).matches()) {
            throw Invalid.of("/slug", "bad-slug");
        }
        String name = PlainText.line("/name", desk.name(), Desk.NAME);
        if (name == null || !name.equals(desk.name())) {
            throw Invalid.of("/name", "required");
        }
        for (String field : desk.required()) {
            if (!Desk.REQUIRABLE.contains(field)) {
                throw Invalid.of("/required", "unknown-value", String.join(", ", Desk.REQUIRABLE));
            }
        }
        List<Desk> others = desks().stream().filter(other -> !other.id().equals(desk.id())).toList();
        if (others.stream().anyMatch(other -> other.slug().equals(desk.slug()))) {
            throw Invalid.of("/slug", "taken");
        }
        if (others.size() >= Desk.MOST) {
            throw Invalid.of("", "too-many", Desk.MOST);
        }
    }

    /** The names of these people, for lists and histories. */
    @Transactional
    public Map<UUID, Person> people(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("select id, username, name from person where id in (:ids)",
                Tuple.class).setParameter("ids", ids).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(Staff::person).sorted(comparing(Person::name, nullsLast(String::compareTo)))
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    private static Person person(Tuple row) {
        return new Person(row.get("id", UUID.class), row.get("username", String.class), row.get("name", String.class));
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw new NotPermitted();
        }
    }

    private static Map<String, Object> particulars(UUID person, @Nullable UUID desk, Role role) {
        return Map.of("person", person, "desk", Objects.toString(desk, ""), "role", role.name());
    }
}
