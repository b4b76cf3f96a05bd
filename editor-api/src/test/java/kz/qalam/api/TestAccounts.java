package kz.qalam.api;

import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.staff.Accounts;

/** Accounts without a Keycloak, which these tests do not start: they can be away. */
@Alternative
@Priority(1)
@ApplicationScoped
class TestAccounts implements Accounts {

    private volatile boolean away;

    void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public String prepare(String username, String name, @Nullable String email) {
        answer();
        return UUID.randomUUID().toString();
    }

    @Override
    public void call(String subject, String name, @Nullable String email) {
        answer();
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
    public boolean isClosed(String subject) {
        answer();
        return false;
    }

    private void answer() {
        if (away) {
            throw new AccountsAway();
        }
    }
}
