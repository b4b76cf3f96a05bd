package kz.qalam.core;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.staff.Accounts;

/** core knows no Keycloak: accounts that do nothing. The real ones are tried against a real Keycloak by the launcher. */
@ApplicationScoped
public class NoAccounts implements Accounts {

    @Override
    public String prepare(String username, String name, @Nullable String email) {
        return UUID.randomUUID().toString();
    }

    @Override
    public void call(String subject, String name, @Nullable String email) {
        // nobody logs in here
    }

    @Override
    public void open(String subject, String temporaryPassword) {
        // nobody logs in here
    }

    @Override
    public void reopen(String subject) {
        // nobody logs in here
    }

    @Override
    public void close(String subject) {
        // nobody logs in here
    }

    @Override
    public boolean isClosed(String subject) {
        return false;
    }
}
