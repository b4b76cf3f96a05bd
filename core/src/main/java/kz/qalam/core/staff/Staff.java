package kz.qalam.core.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.LastAdmin;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Suspended;

/**
 * The people and the desks. Keycloak says who someone is; what they may do is a membership here, and counts from the
 * next request on.
 */
@ApplicationScoped
public class Staff {

    /** No list is longer. */
    public static final int MOST = 100;
    private static final int MOST_WRITERS = 500;

    /** Stands for the list of desks as a whole, where two admins must not change it at once. */
    private static final UUID ALL_DESKS = new UUID(0, 0);

    /** Stands for the list of people, where two admins must not take on one username, or remove each other, at once. */
    private static final UUID ALL_PEOPLE = new UUID(0, 2);

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
     * @throws Suspended to whoever is suspended, whatever token they hold
     */
    @Transactional
    public Actor enter(String subject, String username, String name, Set<Role> realmRoles) {
        List<Tuple> known = memberships(subject);
        if (known.isEmpty()) {
            takeOn(subject, username, name, realmRoles);
            known = memberships(subject);
        }
        return actor(known);
    }

    /**
     * Who comes in, if they are known: one question, asked with every request.
     *
     * @throws Suspended to whoever is suspended
     */
    @Transactional(TxType.SUPPORTS)
    public Optional<Actor> known(String subject) {
        List<Tuple> known = memberships(subject);
        return known.isEmpty() ? Optional.empty() : Optional.of(actor(known));
    }

    private static Actor actor(List<Tuple> known) {
        Tuple person = known.get(0);
        if (person.get("suspended", Boolean.class)) {
            throw new Suspended();
        }
        List<Membership> held = new ArrayList<>();
        Set<UUID> closed = new HashSet<>();
        for (Tuple row : known) {
            String role = row.get("role", String.class);
            if (role != null) {
                held.add(new Membership(row.get("desk", UUID.class), Role.valueOf(role)));
            }
            if (row.get("closed", Boolean.class)) {
                closed.add(row.get("desk", UUID.class));
            }
        }
        return new Actor(person.get("id", UUID.class), person.get("username", String.class),
                person.get("name", String.class), held, closed);
    }

    /**
     * Takes over how the account calls this person now. What an older token says changes nothing.
     *
     * @param username at most 255 characters, as the name
     * @param said when the token was made that says so
     * @return the person as they are called now
     */
    @Transactional
    public Actor rename(Actor person, String username, String name, Instant said) {
        trail.keepOthersOff(person.person());
        int renamed = entities.createNativeQuery("""
                update person set username = :username, name = :name, named_at = :said
                where id = :id and named_at < :said and (username, name) <> (:username, :name)""")
                .setParameter("username", username).setParameter("name", name).setParameter("said", said)
                .setParameter("id", person.person()).executeUpdate();
        if (renamed == 0) {
            return person;
        }
        trail.record(person.person(), person.person(), Act.PERSON_RENAMED,
                Map.of("person", person.person(), "from", person.name() + " (" + person.username() + ")", "to",
                        name + " (" + username + ")"));
        return new Actor(person.person(), username, name, person.memberships(), person.closed());
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> memberships(String subject) {
        return entities.createNativeQuery("""
                select p.id, p.username, p.name, p.suspended_at is not null as suspended, m.desk, m.role,
                  d.closed_at is not null as closed
                from person p
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
        UUID firstDesk = desks().stream().filter(desk -> !desk.closed()).findFirst().orElseThrow().id();
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

    /** All desks, in the newsroom's order; closed ones too. */
    @Transactional
    public List<Desk> desks() {
        List<?> rows = entities.createNativeQuery(
                "select id, slug, name, publishes, required, advised, settled, closed_at is not null as closed,"
                        + " position from desk order by position, slug",
                Tuple.class)
                .getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Desk(row.get("id", UUID.class), row.get("slug", String.class),
                        row.get("name", String.class),
                        Desk.PublishingRule.valueOf(row.get("publishes", String.class)),
                        Arrays.asList((String[]) row.get("required")),
                        Arrays.asList((String[]) row.get("advised")), Arrays.asList((String[]) row.get("settled")),
                        row.get("closed", Boolean.class)))
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
        List<StaffMember> members = members("""
                select * from person
                where cast(:after as uuid) is null
                  or (username, id) > (select a.username, a.id from person a where a.id = :after)
                order by username, id limit :size""", after, most + 1);
        List<StaffMember> part = members.stream().limit(most).toList();
        return new StaffPage(part, members.size() > most ? part.get(most - 1).person().id() : null);
    }

    /** One person with their roles. For an admin. @throws NotFound when there is none */
    @Transactional
    public StaffMember member(Actor admin, UUID person) {
        requireAdmin(admin);
        return members("select * from person where id = :after limit :size", person, 1).stream().findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<StaffMember> members(String which, @Nullable UUID id, int size) {
        List<?> rows = entities
                .createNativeQuery("select p.id, p.username, p.name, p.suspended_at is not null as suspended,"
                        + " m.desk, m.role from (" + which + ") p left join membership m on m.person = p.id"
                        + " left join desk d on d.id = m.desk order by p.username, p.id, d.position, d.slug, m.role",
                        Tuple.class)
                .setParameter("after", id, UUID.class).setParameter("size", size).getResultList();
        Map<UUID, StaffMember> members = new LinkedHashMap<>();
        for (Object each : rows) {
            Tuple row = (Tuple) each;
            Person person = person(row);
            StaffMember member = members.getOrDefault(person.id(),
                    new StaffMember(person, row.get("suspended", Boolean.class), List.of()));
            String role = row.get("role", String.class);
            members.put(person.id(), role == null
                    ? member
                    : member.with(new Membership(row.get("desk", UUID.class), Role.valueOf(role))));
        }
        return List.copyOf(members.values());
    }

    /** Who has this username; several where Keycloak gave one's to another. For an admin. */
    @Transactional
    public List<StaffMember> named(Actor admin, String username) {
        requireAdmin(admin);
        List<?> rows = entities.createNativeQuery("select id from person where username = :username", Tuple.class)
                .setParameter("username", username).getResultList();
        return rows.stream().map(row -> member(admin, ((Tuple) row).get("id", UUID.class))).toList();
    }

    /** Takes an invited person on. @throws Invalid when someone has that username, or that account */
    @Transactional
    public Person admit(Actor admin, String subject, String username, String name, List<Membership> memberships) {
        requireAdmin(admin);
        UUID id = Generators.timeBasedEpochGenerator().generate();
        trail.keepOthersOff(ALL_PEOPLE);
        requireFree(username, subject);
        entities.createNativeQuery(
                "insert into person (id, subject, username, name) values (:id, :subject, :username, :name)")
                .setParameter("id", id).setParameter("subject", subject).setParameter("username", username)
                .setParameter("name", name).executeUpdate();
        trail.record(id, admin.person(), Act.PERSON_INVITED, Map.of("person", id, "username", username));
        for (Membership held : memberships) {
            if (join(id, held.desk(), held.role())) {
                trail.record(id, admin.person(), Act.MEMBERSHIP_GIVEN, particulars(id, held.desk(), held.role()));
            }
        }
        return new Person(id, username, name);
    }

    private void requireFree(String username, String subject) {
        if (!entities.createNativeQuery("select 1 from person where username = :username or subject = :subject")
                .setParameter("username", username).setParameter("subject", subject).getResultList().isEmpty()) {
            throw Invalid.of("/username", "username-taken");
        }
    }

    void requireKnown(List<Membership> memberships) {
        for (Membership held : memberships) {
            requireFitting(held.desk(), held.role());
        }
    }

    /** By which name Keycloak knows them. */
    @Transactional
    public String subject(UUID person) {
        List<?> rows = entities.createNativeQuery("select subject from person where id = :id")
                .setParameter("id", person)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        return String.valueOf(rows.get(0));
    }

    /** Notes that someone got a new temporary password. */
    @Transactional
    public void passwordRenewed(Actor admin, UUID person) {
        requireAdmin(admin);
        trail.keepOthersOff(person);
        trail.record(person, admin.person(), Act.PASSWORD_RENEWED, Map.of("person", person));
    }

    /** From the next request on. {@link Inviting} closes the account too. @throws LastAdmin when no other admin would be left */
    @Transactional
    public void suspend(Actor admin, UUID person) {
        requireAdmin(admin);
        requirePerson(person);
        trail.keepOthersOff(person);
        requireAnotherAdmin(person);
        int suspended = entities.createNativeQuery("""
                update person set suspended_at = clock_timestamp(), suspended_by = :by
                where id = :id and suspended_at is null""").setParameter("by", admin.person())
                .setParameter("id", person).executeUpdate();
        if (suspended > 0) {
            trail.record(person, admin.person(), Act.PERSON_SUSPENDED, Map.of("person", person));
        }
    }

    /** Ends a suspension; the account is {@link Inviting}'s. */
    @Transactional
    public void bringBack(Actor admin, UUID person) {
        requireAdmin(admin);
        trail.keepOthersOff(person);
        int back = entities.createNativeQuery("""
                update person set suspended_at = null, suspended_by = null
                where id = :id and suspended_at is not null""").setParameter("id", person).executeUpdate();
        if (back > 0) {
            trail.record(person, admin.person(), Act.PERSON_BROUGHT_BACK, Map.of("person", person));
        }
    }

    /** The database has the last word; this says it in a sentence. */
    private void requireAnotherAdmin(UUID leaving) {
        trail.keepOthersOff(ALL_PEOPLE);
        Object verdict = entities.createNativeQuery("""
                select exists (select from membership where person = :leaving and role = 'ADMIN')
                  and not exists (select from membership m join person p on p.id = m.person
                    where m.role = 'ADMIN' and m.person <> :leaving and p.suspended_at is null)""")
                .setParameter("leaving", leaving).getSingleResult();
        if (Boolean.TRUE.equals(verdict)) {
            throw new LastAdmin();
        }
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
     * @throws LastAdmin when no other admin would be left
     */
    @Transactional
    public void dismiss(Actor admin, UUID person, @Nullable UUID desk, Role role) {
        requireAdmin(admin);
        requireKnown(person, desk, role);
        trail.keepOthersOff(person);
        if (role == Role.ADMIN) {
            requireAnotherAdmin(person);
        }
        int taken = entities.createNativeQuery("""
                delete from membership where person = :person and desk is not distinct from cast(:desk as uuid)
                and role = :role""").setParameter("person", person).setParameter("desk", desk, UUID.class)
                .setParameter("role", role.name()).executeUpdate();
        if (taken > 0) {
            trail.record(person, admin.person(), Act.MEMBERSHIP_TAKEN, particulars(person, desk, role));
        }
    }

    private void requireKnown(UUID person, @Nullable UUID desk, Role role) {
        requirePerson(person);
        requireFitting(desk, role);
    }

    private void requirePerson(UUID person) {
        if (people(Set.of(person)).isEmpty()) {
            throw new NotFound();
        }
    }

    private void requireFitting(@Nullable UUID desk, Role role) {
        if ((role == Role.ADMIN) != (desk == null)) {
            throw Invalid.of("desk", role == Role.ADMIN ? "desk-unwanted" : "desk-needed");
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
        entities.createNativeQuery(
                """
                        insert into desk (id, slug, name, publishes, required, advised, settled, position)
                          values (:id, :slug, :name, :publishes, :required, :advised, :settled, (select coalesce(max(position), 0) + 1 from desk))
                        on conflict (id) do update set slug = excluded.slug, name = excluded.name,
                          publishes = excluded.publishes, required = excluded.required,
                          advised = excluded.advised, settled = excluded.settled""")
                .setParameter("id", desk.id())
                .setParameter("slug", desk.slug())
                .setParameter("name", desk.name()).setParameter("publishes", desk.publishes().name())
                .setParameter("required", desk.required().toArray(String[]::new))
                .setParameter("advised", desk.advised().toArray(String[]::new))
                .setParameter("settled", desk.settled().toArray(String[]::new)).executeUpdate();
        trail.record(desk.id(), admin.person(), Act.DESK_ESTABLISHED,
                Map.of("slug", desk.slug(), "publishes", desk.publishes().name()));
    }

    /**
     * Closes a desk, or opens it again. No story begins at a closed one; its people go on with those that there are, and
     * publish, correct and withdraw them as before. It is so already: nothing changes. An admin's act.
     *
     * @throws Invalid when it is the last that is open
     * @throws NotFound when there is no such desk
     */
    @Transactional
    public void close(Actor admin, UUID id, boolean closing) {
        requireAdmin(admin);
        trail.keepOthersOff(ALL_DESKS);
        Desk desk = desk(id);
        if (desk.closed() == closing) {
            return;
        }
        if (closing && desks().stream().filter(other -> !other.closed()).count() == 1) {
            throw Invalid.of("", "last-desk");
        }
        entities.createNativeQuery("select cast(close_desk(:id, :closing, :who) as text)").setParameter("id", id)
                .setParameter("closing", closing).setParameter("who", admin.person()).getSingleResult();
        trail.record(id, admin.person(), closing ? Act.DESK_CLOSED : Act.DESK_OPENED,
                Map.of("name", desk.name(), "slug", desk.slug()));
    }

    private void check(Desk desk) {
        if (!Desk.SLUG.matcher(desk.slug()).matches()) {
            throw Invalid.of("/slug", "bad-slug");
        }
        String name = PlainText.line("/name", desk.name(), Desk.NAME);
        if (name == null || !name.equals(desk.name())) {
            throw Invalid.of("/name", "required");
        }
        requireKnownItems("/required", desk.required(), Desk.REQUIRABLE);
        requireKnownItems("/advised", desk.advised(), Desk.REQUIRABLE);
        requireKnownItems("/settled", desk.settled(), Desk.SETTLEABLE);
        List<Desk> others = desks().stream().filter(other -> !other.id().equals(desk.id())).toList();
        if (others.stream().anyMatch(other -> other.slug().equals(desk.slug()))) {
            throw Invalid.of("/slug", "taken");
        }
        if (others.size() >= Desk.MOST) {
            throw Invalid.of("", "too-many", Desk.MOST);
        }
    }

    private static void requireKnownItems(String pointer, List<String> items, List<String> known) {
        if (!known.containsAll(items)) {
            throw Invalid.of(pointer, "unknown-value", String.join(", ", known));
        }
        if (Set.copyOf(items).size() != items.size()) {
            throw Invalid.of(pointer, "repeated");
        }
    }

    /** The names of these people, for lists and histories; in no order. */
    @Transactional
    public Map<UUID, Person> people(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("select id, username, name from person where id in (:ids)",
                Tuple.class).setParameter("ids", ids).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Staff::person)
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    /** The authors of a desk who are not suspended, by name. */
    @Transactional
    public List<Person> authors(UUID desk) {
        List<?> rows = entities.createNativeQuery("""
                select p.id, p.username, p.name from membership m join person p on p.id = m.person
                where m.desk = :desk and m.role = 'AUTHOR' and p.suspended_at is null
                order by p.name collate "kk-x-icu", p.username""", Tuple.class).setParameter("desk", desk)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(Staff::person).toList();
    }

    /** Who writes at the desks that someone belongs to, by name; the first {@value #MOST_WRITERS}. */
    @Transactional
    public List<Person> writersAround(Actor actor) {
        List<?> rows = entities.createNativeQuery("""
                select p.id, p.username, p.name from person p
                where exists (select from membership m join membership mine on mine.desk = m.desk
                  where m.person = p.id and m.role = 'AUTHOR' and mine.person = :me)
                order by p.name collate "kk-x-icu", p.username""", Tuple.class).setParameter("me", actor.person())
                .setMaxResults(MOST_WRITERS).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Staff::person).toList();
    }

    private static Person person(Tuple row) {
        return new Person(row.get("id", UUID.class), row.get("username", String.class), row.get("name", String.class));
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw new NotPermitted();
        }
    }

    private static Map<String, Object> particulars(UUID person, @Nullable UUID desk, Role role) {
        return Map.of("person", person, "desk", Objects.toString(desk, ""), "role", role.name());
    }
}
