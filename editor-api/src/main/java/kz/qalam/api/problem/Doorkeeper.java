package kz.qalam.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.api.Api;

/** Turns away what no resource needs to see: ambiguous paths, and bodies larger than anything that the API takes. */
@ApplicationScoped
class Doorkeeper {

    /** The largest body that any resource reads, 2 MB, with room for those that say so themselves. */
    private static final long MOST = 3_000_000;

    /** Before Quarkus's own limit, which answers without a word, and before what an application does with its pages. */
    private static final int FIRST = 10_100;

    void stand(@Observes Filters filters) {
        filters.register(Doorkeeper::look, FIRST);
    }

    private static void look(RoutingContext request) {
        String path = request.request().path();
        if (path == null || !Api.isApi(path)) {
            request.next();
        } else if (Api.isAmbiguous(path)) {
            Problems.answer(request, Fault.MALFORMED.status());
        } else if (length(request) > MOST) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.response().endHandler(done -> request.request().connection().close());
            Problems.answer(request, Fault.TOO_LARGE.status());
        } else {
            request.next();
        }
    }

    private static long length(RoutingContext request) {
        String said = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return said == null ? 0 : Long.parseLong(said.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
