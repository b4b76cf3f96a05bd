package kz.qalam.api.staff;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import kz.qalam.api.problem.Tongues;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/**
 * Who makes this request, as the newsroom knows them at this moment. Asked once a request, whether an API's token or a
 * page's session brought them.
 */
@RequestScoped
public class CurrentActor {

    /** What the newsroom keeps of a name, in characters. */
    private static final int LONGEST = 255;

    private final SecurityIdentity identity;
    private final Staff staff;
    private final HttpHeaders headers;
    private @Nullable Actor actor;

    CurrentActor(SecurityIdentity identity, Staff staff, HttpHeaders headers) {
        this.identity = identity;
        this.staff = staff;
        this.headers = headers;
    }

    /** @throws UnauthorizedException when nobody is logged in */
    public Actor get() {
        Actor known = actor;
        if (known == null) {
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            known = enter();
            actor = known;
        }
        return known;
    }

    /** In which language they want to be answered. */
    public Locale tongue() {
        return Tongues.asked(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Actor enter() {
        String account = identity.getPrincipal().getName();
        String username = said(Claims.preferred_username.name(), account);
        String subject = said(Claims.sub.name(), account);
        Actor known = staff.known(subject)
                .orElseGet(() -> staff.enter(subject, username, said("name", username), realmRoles()));
        return identity.getPrincipal() instanceof JsonWebToken token ? called(known, token) : known;
    }

    /** As the account is called now. A token that does not say so says nothing. */
    private Actor called(Actor known, JsonWebToken token) {
        String username = said(Claims.preferred_username.name(), known.username());
        String name = said("name", known.name());
        return username.equals(known.username()) && name.equals(known.name())
                ? known
                : staff.rename(known, username, name, Instant.ofEpochSecond(token.getIssuedAtTime()));
    }

    /** What the token says; where there is none (as in tests), what was said when the identity was made. */
    private String said(String claim, String otherwise) {
        Object said = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(claim)
                : identity.getAttribute(claim);
        String text = said instanceof String given && !given.isBlank() ? given : otherwise;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private Set<Role> realmRoles() {
        return Arrays.stream(Role.values()).filter(role -> identity.hasRole(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
