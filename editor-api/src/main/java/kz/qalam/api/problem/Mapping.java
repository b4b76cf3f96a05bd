package kz.qalam.api.problem;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import kz.qalam.api.Api;

/**
 * Turns whatever was thrown into a status and, where the API was asked, into a problem. A page's words are the page's
 * affair: it gets the status and nothing else.
 */
class Mapping {

    private static final Logger LOG = Logger.getLogger("kz.qalam.api");

    private static final MediaType PROBLEM = MediaType.valueOf(Problems.MEDIA_TYPE);

    @ServerExceptionMapper
    Response status(Throwable thrown, ContainerRequestContext request) {
        if (Api.isApi(request.getUriInfo())
                && (thrown instanceof NotFoundException || thrown instanceof NotAllowedException)) {
            Set<String> methods = Methods.here();
            if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
                return Response.status(Fault.METHOD.status()).allow(methods).build();
            }
        }
        if (thrown instanceof WebApplicationException answered) {
            return Response.fromResponse(answered.getResponse()).entity(null).build();
        }
        return Response.status(Statuses.of(thrown)).build();
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || !Api.isApi(request.getUriInfo())) {
            return;
        }
        Locale locale = Tongues.asked(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        UUID reference = Problems.reference();
        if (status >= 500) {
            LOG.logf(status == 503 ? Logger.Level.WARN : Logger.Level.ERROR, "%s %s failed with %d, reference %s: %s",
                    request.getMethod(), request.getUriInfo().getPath(),
                    status, reference, thrown == null ? "nothing was thrown" : new Trace(thrown));
        }
        if (status == 503) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setEntity(Problems.bytes(Problems.of(thrown, status, locale, reference)), null, PROBLEM);
    }
}
