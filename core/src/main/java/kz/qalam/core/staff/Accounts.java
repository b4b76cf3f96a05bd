package kz.qalam.core.staff;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.refusal.Invalid;

/** The accounts with which people log in: Keycloak's. Every method throws {@link AccountsAway} when it does not answer. */
public interface Accounts {

    /**
     * Makes an account that lets nobody in yet. One of that name that was left closed, by an invitation that broke off, is
     * taken up again.
     *
     * @return its subject
     * @throws Invalid when there is an open account of that name, or the name or address is refused
     */
    String prepare(String username, String name, @Nullable String email);

    /**
     * Says how the account's person is called, and their address: an invitation that broke off may have said otherwise.
     *
     * @param email absent: the person is asked at the first log-in
     * @throws Invalid when the name or address is refused
     */
    void call(String subject, String name, @Nullable String email);

    /** Lets someone in with a password that they change at the first log-in. Their old one is gone. */
    void open(String subject, String temporaryPassword);

    /** Lets someone in again with the password that they had. */
    void reopen(String subject);

    /** Lets someone in no more, and ends where they are logged in. */
    void close(String subject);

    /** Whether there is such an account, and it lets nobody in. */
    boolean isClosed(String subject);
}
