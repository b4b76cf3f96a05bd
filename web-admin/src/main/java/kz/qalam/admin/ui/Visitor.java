package kz.qalam.admin.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Whoever looks at the page: in the newsroom's eyes an actor, for the layout a name and a language. */
@Named("visitor")
@RequestScoped
public class Visitor {

    private final SecurityIdentity identity;
    private final Staff staff;
    private final RoutingContext request;
    private @Nullable Actor actor;

    Visitor(SecurityIdentity identity, Staff staff, RoutingContext request) {
        this.identity = identity;
        this.staff = staff;
        this.request = request;
    }

    /** Who acts, as the newsroom knows them now. */
    public Actor actor() {
        Actor known = actor;
        if (known == null) {
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            String username = identity.getPrincipal().getName();
            known = staff.enter(claim("sub", username), username, claim("name", username), realmRoles());
            actor = known;
        }
        return known;
    }

    private String claim(String name, String otherwise) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String value
                && !value.isBlank() ? value : otherwise;
    }

    private Set<Role> realmRoles() {
        return Arrays.stream(Role.values()).filter(role -> identity.hasRole(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    public String name() {
        return actor().name();
    }

    /** The first letters of the first two words of the name. */
    public String initials() {
        return Arrays.stream(name().strip().split("\\s+")).limit(2).filter(word -> !word.isEmpty())
                .map(word -> Character.toString(word.codePointAt(0))).collect(Collectors.joining())
                .toUpperCase(tongue().locale());
    }

    /** Whether they may start a story at some desk. */
    public boolean isWriter() {
        return actor().startsStories();
    }

    public Tongue tongue() {
        return Tongue.of(cookie(Tongue.COOKIE), request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public List<Tongue> tongues() {
        return List.of(Tongue.values());
    }

    /** What the last act has to say, once. */
    public Optional<Told> told() {
        return Told.named(cookie(Told.COOKIE));
    }

    /** The page's own address with its query, to come back to; the desk for a page that a form brought up. */
    public String address() {
        return request.request().method().name().equals("GET") ? request.request().uri() : "/";
    }

    /** Whether the page stands in this part of the application. */
    public boolean isAt(String part) {
        String path = request.normalizedPath();
        return path.equals(part) || (part.length() > 1 && path.startsWith(part + "/"));
    }

    /** Whether the page's own script asks, for a piece of a page. */
    public boolean isScript() {
        return request.request().headers().contains("HX-Request");
    }

    private @Nullable String cookie(String name) {
        Cookie cookie = request.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
