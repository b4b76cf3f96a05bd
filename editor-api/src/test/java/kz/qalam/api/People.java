package kz.qalam.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** People and desks for tests, made through the acts. Each call makes new ones, so that tests keep apart. */
@ApplicationScoped
class People {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Staff staff;

    /** A desk of its own, so that lists hold nothing of other tests. */
    Desk desk() {
        return desk(PublishingRule.ON_APPROVAL, "headline");
    }

    Desk desk(PublishingRule publishes, String... required) {
        int number = NUMBER.incrementAndGet();
        Desk desk = new Desk(UUID.randomUUID(), "desk-" + number, "Бөлім " + number, publishes, List.of(required));
        staff.establish(admin().actor(), desk);
        return desk;
    }

    Someone admin() {
        return comeIn(Set.of(Role.ADMIN));
    }

    /** Someone who holds these roles at this desk and nothing else anywhere. */
    Someone at(Desk desk, Role... roles) {
        Someone person = nobody();
        for (Role role : roles) {
            appoint(person, desk, role);
        }
        return now(person);
    }

    Someone nobody() {
        return comeIn(Set.of());
    }

    private Someone comeIn(Set<Role> realmRoles) {
        int number = NUMBER.incrementAndGet();
        String subject = "subject-" + number;
        Actor actor = staff.enter(subject, "user" + number, "Адам " + number, realmRoles);
        return new Someone(subject, actor, TestKeys.token(subject, "user" + number, "Адам " + number));
    }

    void appoint(Someone person, Desk desk, Role role) {
        staff.appoint(admin().actor(), person.id(), desk.id(), role);
    }

    void dismiss(Someone person, Desk desk, Role role) {
        staff.dismiss(admin().actor(), person.id(), desk.id(), role);
    }

    /** The same person with the memberships that they hold now. */
    Someone now(Someone person) {
        Actor actor = staff.enter(person.subject(), person.username(), person.name(), Set.of());
        return new Someone(person.subject(), actor, person.token());
    }
}
