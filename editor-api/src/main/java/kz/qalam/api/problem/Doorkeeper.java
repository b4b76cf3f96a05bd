package kz.qalam.api.problem;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import kz.qalam.api.Api;
import kz.qalam.core.darkroom.Negative;

/**
 * Turns away what no resource needs to see: ambiguous paths, and bodies larger than anything that the API takes. Has the
 * JSON that is sent read before anyone works on it: a worker that waits for a body, piece by piece, costs a save a tenth.
 */
@ApplicationScoped
class Doorkeeper {

    /** The largest body of text that any resource reads, 2 MB, with room for those that say so themselves. */
    private static final long MOST = 3_000_000;

    /** What brings a picture; one that is somewhat too large is told so as a picture. */
    private static final long MOST_OF_A_PICTURE = Negative.MOST_BYTES + 1_000_000;
    private static final Pattern PICTURES = Pattern.compile(Api.PATH + "/pictures/?");

    /** Before Quarkus's own limit, which answers without a word, and before what an application does with its pages. */
    private static final int FIRST = 10_100;

    /** Bytes that are kept for someone who has not yet said who they are; what is longer waits for a worker. */
    private static final long SHORT = 64_000;

    private final BodyHandler reading = BodyHandler.create(false).setBodyLimit(SHORT);

    void stand(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        String path = request.request().path();
        long length = length(request);
        if (path == null || !Api.isApi(path)) {
            request.next();
        } else if (Api.isAmbiguous(path)) {
            Problems.answer(request, Fault.MALFORMED.status());
        } else if (length > (PICTURES.matcher(path).matches() ? MOST_OF_A_PICTURE : MOST)) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.response().endHandler(done -> request.request().connection().close());
            Problems.answer(request, Fault.TOO_LARGE.status());
        } else if (length > 0 && length <= SHORT && isJson(request)
        // of HTTP/2, Quarkus's own reader would refuse a request that was read before it
                && request.request().version() != HttpVersion.HTTP_2) {
            reading.handle(request);
        } else {
            request.next();
        }
    }

    private static boolean isJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("application/json");
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
