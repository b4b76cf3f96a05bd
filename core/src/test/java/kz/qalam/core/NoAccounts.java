package kz.qalam.core;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.staff.Accounts;

/** core knows no Keycloak: accounts that can be away. The real ones are tried against a real Keycloak by the launcher. */
@ApplicationScoped
public class NoAccounts implements Accounts {

    public volatile boolean away;

    @Override
    public String prepare(String username, String name, @Nullable String email) {
        answer();
        return UUID.randomUUID().toString();
    }

    @Override
    public void open(String subject, String temporaryPassword) {
        answer();
    }

    @Override
    public void reopen(String subject) {
        answer();
    }

    @Override
    public void close(String subject) {
        answer();
    }

    @Override
    public void discard(String subject) {
        answer();
    }

    private void answer() {
        if (away) {
            throw new AccountsAway();
        }
    }
}
