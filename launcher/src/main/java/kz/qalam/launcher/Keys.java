package kz.qalam.launcher;

import java.util.Optional;

/**
 * The passwords and keys with which the parts reach each other: generated ones for what we run ourselves, the environment's
 * for what runs elsewhere.
 */
record Keys(Settings settings, Secrets secrets) {

    String password(Settings.Role role) {
        return find(role).orElseThrow(() -> new Trouble("password-missing", role.passwordVariable(), role.usual));
    }

    Optional<String> find(Settings.Role role) {
        return settings.databaseElsewhere().isPresent()
                ? settings.text(role.passwordVariable())
                : Optional.of(secrets.of(role.usual));
    }

    String clientSecret() {
        Optional<String> given = settings.text("QALAM_OIDC_CLIENT_SECRET");
        if (given.isEmpty() && settings.keycloakElsewhere().isPresent()) {
            throw new Trouble("client-secret-missing");
        }
        return given.orElseGet(() -> secrets.of("oidc-client"));
    }

    /** Of the service account that invites and suspends people; none for a Keycloak elsewhere that was not given one. */
    String staffSecret() {
        return settings.text("QALAM_STAFF_CLIENT_SECRET")
                .orElseGet(() -> settings.keycloakElsewhere().isPresent() ? "none" : secrets.of("staff-client"));
    }

    /** With what the newsroom asks the public site for previews. */
    String previewKey() {
        return settings.text("QALAM_PREVIEW_KEY").orElseGet(() -> secrets.of("preview-key"));
    }

    String cookieKey() {
        return settings.text("QALAM_COOKIE_KEY").orElseGet(() -> secrets.of("cookie-key"));
    }
}
