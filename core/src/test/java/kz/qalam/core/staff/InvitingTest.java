package kz.qalam.core.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qalam.core.Cast;
import kz.qalam.core.TestDatabase;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.refusal.Invalid;

/** Invitations that break off, or come twice at once, with accounts as Keycloak keeps them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InvitingTest {

    @Inject
    Cast cast;

    @Inject
    Staff staff;

    @Inject
    Trail trail;

    private final Realm realm = new Realm();
    private Inviting inviting;
    private Actor admin;
    private String username;
    private List<Membership> roles;

    @BeforeEach
    void begin() {
        inviting = new Inviting(staff, realm);
        admin = cast.newcomer(Role.ADMIN);
        username = "i" + UUID.randomUUID().toString().substring(0, 8);
        roles = List.of(new Membership(staff.desks().get(0).id(), Role.AUTHOR));
    }

    private Invitation invite(String name) {
        return inviting.invite(admin, username, name, null, roles);
    }

    @Test
    void ofTwoAtOnceNeitherTakesTheOthersAccountAway() {
        List<Invitation> quicker = new ArrayList<>();
        realm.meanwhile = () -> quicker.add(invite("Әсет Ораз"));
        assertEquals("/username",
                assertThrows(Invalid.class, () -> invite("Әсет Ораз")).problems().get(0).pointer());
        assertTrue(realm.letsIn(staff.subject(quicker.get(0).person().id())));
    }

    @Test
    void theSameInvitationAgainCompletesOneThatBrokeOff() {
        realm.openingFails = true;
        assertThrows(AccountsAway.class, () -> invite("Әсет Ораз"));
        Person begun = staff.named(admin, username).get(0).person();
        assertFalse(realm.letsIn(staff.subject(begun.id())));
        assertThrows(AccountsAway.class, () -> invite("Әсет Ораз"));
        realm.openingFails = false;
        assertThrows(Invalid.class, () -> invite("Басқа Адам"), "another is invited");
        assertThrows(Invalid.class, () -> inviting.invite(admin, username, "Әсет Ораз", null, List.of()),
                "with other roles");
        assertEquals(begun, invite(" Әсет  Ораз ").person());
        assertTrue(realm.letsIn(staff.subject(begun.id())));
        assertEquals(List.of("person.invited", "membership.given"),
                trail.read(begun.id(), 0, 10).stream().map(entry -> entry.act()).toList());
        assertThrows(Invalid.class, () -> invite("Әсет Ораз"), "whoever may come in is not invited");
    }

    @Test
    void whatAnInvitationThatBrokeOffCalledThemIsForgotten() {
        realm.meanwhile = () -> {
            throw new AccountsAway();
        };
        assertThrows(AccountsAway.class, () -> invite("Айгул Серик"));
        assertEquals("Айгүл Серік", realm.called.get(staff.subject(invite("Айгүл Серік").person().id())));
    }

    @Test
    void noInvitationOpensTheAccountOfWhoeverIsSuspended() {
        Person person = invite("Әсет Ораз").person();
        inviting.suspend(admin, person.id());
        assertThrows(Invalid.class, () -> invite("Әсет Ораз"));
        // the account has been given another username since, which the newsroom has not heard of
        realm.subjects.put(username + "2", staff.subject(person.id()));
        username = username + "2";
        assertThrows(Invalid.class, () -> invite("Әсет Ораз"));
        assertFalse(realm.letsIn(staff.subject(person.id())));
    }

    /** One account a username, closed until it is opened. */
    private static final class Realm implements Accounts {

        private final Map<String, String> subjects = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Map<String, String> called = new HashMap<>();
        private boolean openingFails;
        private Runnable meanwhile = () -> {};

        boolean letsIn(String subject) {
            return open.contains(subject);
        }

        @Override
        public String prepare(String username, String name, @Nullable String email) {
            String subject = subjects.computeIfAbsent(username, any -> UUID.randomUUID().toString());
            called.putIfAbsent(subject, name);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return subject;
        }

        @Override
        public void call(String subject, String name, @Nullable String email) {
            called.put(subject, name);
        }

        @Override
        public void open(String subject, String temporaryPassword) {
            if (openingFails) {
                throw new AccountsAway();
            }
            open.add(subject);
        }

        @Override
        public void reopen(String subject) {
            open.add(subject);
        }

        @Override
        public void close(String subject) {
            open.remove(subject);
        }

        @Override
        public boolean isClosed(String subject) {
            return !open.contains(subject);
        }
    }
}
