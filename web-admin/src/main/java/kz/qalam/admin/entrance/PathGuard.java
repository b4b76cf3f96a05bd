package kz.qalam.admin.entrance;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.admin.error.Mishaps;

/**
 * Turns away addresses that one part of the server could read otherwise than the next: matrix parameters and encoded
 * slashes (CVE-2026-50559). Nothing of ours has such an address, pages, API and files alike.
 */
@ApplicationScoped
class PathGuard {

    private static final Pattern AMBIGUOUS = Pattern.compile(";|\\\\|%2f|%5c|%3b", Pattern.CASE_INSENSITIVE);
    /** Before every other filter and route, ours and Quarkus's. */
    private static final int FIRST = 10_000;

    private final Mishaps mishaps;

    PathGuard(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        String path = request.request().path();
        if (path == null || AMBIGUOUS.matcher(path).find()) {
            mishaps.answer(request, 400);
            return;
        }
        request.next();
    }
}
