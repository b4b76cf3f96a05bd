package kz.qalam.core.refusal;

/** The keeper of accounts, Keycloak, does not answer or was not set up: nothing was changed. */
public final class AccountsAway extends Refusal {

    public AccountsAway() {
        super(Kind.UNAVAILABLE, "accounts-away");
    }
}
