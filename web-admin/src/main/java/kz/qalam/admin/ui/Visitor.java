package kz.qalam.admin.ui;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/** Whoever looks at the page, as the layout needs to know them. */
@Named("visitor")
@RequestScoped
public class Visitor {

    private final SecurityIdentity identity;
    private final RoutingContext request;

    Visitor(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    public Tongue tongue() {
        return Tongue.of(cookie(Tongue.COOKIE), request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    public String name() {
        if (identity.isAnonymous()) {
            return "";
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String name) {
            return name;
        }
        return identity.getPrincipal().getName();
    }

    /** The first letters of the first two words of the name. */
    public String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : name().strip().split("\\s+", 3)) {
            if (!word.isEmpty() && initials.length() < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }

    /** What the last act has to say, once. */
    public Optional<Told> told() {
        return Told.named(cookie(Told.COOKIE));
    }

    /** The page's own address with its query, to come back to. */
    public String address() {
        return request.request().uri();
    }

    /** Whether the page stands in this part of the application. */
    public boolean isAt(String part) {
        String path = request.normalizedPath();
        return path.equals(part) || part.length() > 1 && path.startsWith(part + "/");
    }

    private @Nullable String cookie(String name) {
        Cookie cookie = request.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
