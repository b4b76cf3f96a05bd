package kz.qalam.core.staff;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.refusal.Invalid;

/**
 * Who may come in at all: invitations, suspensions. An account is Keycloak's and a person the newsroom's; nothing here
 * leaves one of them half done where it can let someone in.
 */
@ApplicationScoped
public class Inviting {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int NAME = 255;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters that are taken for others when a password is read out. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Staff staff;
    private final Accounts accounts;

    Inviting(Staff staff, Accounts accounts) {
        this.staff = staff;
        this.accounts = accounts;
    }

    /**
     * Takes someone on, with an account. An admin's act. The account opens last, so that whatever breaks off before lets
     * nobody in; the same invitation again then takes up where it broke off. Of two at once for one username one is refused,
     * or both let the same person in, by the later one's password.
     *
     * @param username 2 to 64 lower-case Latin letters, digits, dots, hyphens, underscores
     * @param name as colleagues read it, at most 255 characters
     * @param email absent: the person is asked at the first log-in
     * @throws Invalid when someone has that username already
     * @throws AccountsAway when Keycloak does not answer
     */
    public Invitation invite(Actor admin, String username, String name, @Nullable String email,
            List<Membership> memberships) {
        Staff.requireAdmin(admin);
        String account = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(account).matches()) {
            throw Invalid.of("/username", "bad-username");
        }
        String called = PlainText.line("/name", name, NAME);
        if (called == null) {
            throw Invalid.of("/name", "required");
        }
        String address = PlainText.line("/email", email, NAME);
        staff.requireKnown(memberships);
        List<StaffMember> named = staff.named(admin, account);
        // An account whose person is refused is left: it lets nobody in, and may be another's by now
        Person person = named.isEmpty()
                ? staff.admit(admin, accounts.prepare(account, called, address), account, called, memberships)
                : begun(named, called, memberships);
        String subject = staff.subject(person.id());
        accounts.call(subject, called, address);
        String password = password();
        accounts.open(subject, password);
        return new Invitation(person, password);
    }

    /** Whom this very invitation took on before it broke off. */
    private Person begun(List<StaffMember> named, String called, List<Membership> memberships) {
        StaffMember member = named.get(0);
        boolean same = named.size() == 1 && !member.suspended() && member.person().name().equals(called)
                && Set.copyOf(member.memberships()).equals(Set.copyOf(memberships));
        if (!same || !accounts.isClosed(staff.subject(member.person().id()))) {
            throw Invalid.of("/username", "username-taken");
        }
        return member.person();
    }

    /**
     * Gives someone a new temporary password. An admin's act; also what ends an invitation that broke off at its end.
     *
     * @throws Invalid for someone suspended: they come back first
     * @throws AccountsAway when Keycloak does not answer
     */
    public Invitation renewPassword(Actor admin, UUID person) {
        StaffMember member = staff.member(admin, person);
        if (member.suspended()) {
            throw Invalid.of("", "suspended");
        }
        String password = password();
        accounts.open(staff.subject(person), password);
        staff.passwordRenewed(admin, person);
        return new Invitation(member.person(), password);
    }

    /**
     * Shuts someone out: from their next request on, whatever token or session they hold. That is the newsroom's own and
     * does not wait for Keycloak; where that is away, the account is closed by suspending once more.
     *
     * @return whether the account is closed too
     */
    public boolean suspend(Actor admin, UUID person) {
        staff.suspend(admin, person);
        try {
            accounts.close(staff.subject(person));
            return true;
        } catch (AccountsAway away) {
            return false;
        }
    }

    /**
     * Lets someone in again, with the roles that they had. An admin's act.
     *
     * @throws AccountsAway when Keycloak does not answer; they stay suspended
     */
    public void bringBack(Actor admin, UUID person) {
        staff.member(admin, person);
        accounts.reopen(staff.subject(person));
        staff.bringBack(admin, person);
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
