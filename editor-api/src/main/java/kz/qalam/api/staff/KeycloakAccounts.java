package kz.qalam.api.staff;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import kz.qalam.core.refusal.AccountsAway;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Accounts;

/** The accounts of our realm, through Keycloak's admin API, as a service account that may manage users and nothing else. */
@ApplicationScoped
class KeycloakAccounts implements Accounts {

    private static final Logger LOG = Logger.getLogger(KeycloakAccounts.class);

    /** Of what is said of an account: not as it must be, or another's. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409);

    private final Instance<Keycloak> keycloak;
    private final String realm;

    KeycloakAccounts(Instance<Keycloak> keycloak,
            @ConfigProperty(name = "qalam.staff.realm", defaultValue = "qalam") String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    private interface Asking<T> {
        T ask(UsersResource users);
    }

    @Override
    public String prepare(String username, String name, @Nullable String email) {
        return asking(users -> {
            UserRepresentation account = called(new UserRepresentation(), name, email);
            account.setUsername(username);
            account.setEnabled(false);
            try (Response made = users.create(account)) {
                if (made.getStatus() == 201) {
                    return made.getLocation().getPath().replaceFirst("^.*/", "");
                }
                if (made.getStatus() == 409) {
                    return leftClosed(users, username);
                }
                if (made.getStatus() == 400) {
                    throw Invalid.of("", "account-refused");
                }
                throw new WebApplicationException(made.getStatus());
            }
        });
    }

    private static UserRepresentation called(UserRepresentation account, String name, @Nullable String email) {
        String[] words = name.split(" ", 2);
        account.setFirstName(words[0]);
        account.setLastName(words.length > 1 ? words[1] : "");
        account.setEmail(email);
        account.setEmailVerified(email != null);
        return account;
    }

    @Override
    public void call(String subject, String name, @Nullable String email) {
        asking(users -> {
            UserRepresentation account = called(users.get(subject).toRepresentation(), name, email);
            if (email == null) {
                // One that is absent Keycloak would leave as it is
                account.setEmail("");
            }
            try {
                users.get(subject).update(account);
            } catch (ClientErrorException refused) {
                throw REFUSALS.contains(refused.getResponse().getStatus())
                        ? Invalid.of("", "account-refused")
                        : refused;
            }
            return subject;
        });
    }

    private static String leftClosed(UsersResource users, String username) {
        List<UserRepresentation> found = users.searchByUsername(username, true);
        if (found.size() != 1 || found.get(0).isEnabled()) {
            throw Invalid.of("/username", "username-taken");
        }
        return found.get(0).getId();
    }

    @Override
    public void open(String subject, String temporaryPassword) {
        asking(users -> {
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(temporaryPassword);
            password.setTemporary(true);
            users.get(subject).resetPassword(password);
            return enabled(users.get(subject), true);
        });
    }

    @Override
    public void reopen(String subject) {
        asking(users -> enabled(users.get(subject), true));
    }

    @Override
    public void close(String subject) {
        asking(users -> {
            enabled(users.get(subject), false);
            users.get(subject).logout();
            return subject;
        });
    }

    private static boolean enabled(UserResource user, boolean yes) {
        UserRepresentation account = user.toRepresentation();
        account.setEnabled(yes);
        user.update(account);
        return yes;
    }

    @Override
    public boolean isClosed(String subject) {
        return asking(users -> {
            try {
                return !users.get(subject).toRepresentation().isEnabled();
            } catch (NotFoundException gone) {
                return false;
            }
        });
    }

    /** Whatever else Keycloak says than yes or no, the account is as it was: away, for whoever asks. */
    private <T> T asking(Asking<T> asking) {
        try {
            return asking.ask(keycloak.get().realm(realm).users());
        } catch (ProcessingException | WebApplicationException e) {
            LOG.warnf("Keycloak's accounts cannot be reached: %s", e.getMessage());
            throw new AccountsAway();
        }
    }
}
