package kz.qalam.admin.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.style.HouseRules;
import kz.qalam.core.style.IgnoredWords;

/** Whoever looks at the page: in the newsroom's eyes an actor, for the layout a name and a language. */
@Named("visitor")
@RequestScoped
public class Visitor {

    private final CurrentActor actor;
    private final RoutingContext request;

    Visitor(CurrentActor actor, RoutingContext request) {
        this.actor = actor;
        this.request = request;
    }

    /** Who acts, as the newsroom knows them now. */
    public Actor actor() {
        return actor.get();
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

    public boolean isAdmin() {
        return actor().isAdmin();
    }

    /** Whether they may say which words proofreading leaves alone. */
    public boolean isWordKeeper() {
        return IgnoredWords.areOpenTo(actor());
    }

    /** Whether they may write in the house-style book. */
    public boolean isStyleKeeper() {
        return HouseRules.areOpenTo(actor());
    }

    /** Whether the page tells how the newsroom writes. */
    public boolean isInStyle() {
        return Stream.of("/style-book", "/ignored-words", "/lexicon").anyMatch(this::isAt);
    }

    /** Whether the page is one of the newsroom's own, which admins have. */
    public boolean isInOffices() {
        return Stream.of("/staff", "/desks", "/sections", "/tags", "/trail", "/deliveries").anyMatch(this::isAt);
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
