package kz.qalam.api;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What goes with every answer of the API. */
class Headers {

    @ServerResponseFilter
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        if (Api.isApi(request.getUriInfo())) {
            // drafts are kept by no cache; who may keep one is said by the resource
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
            link(request, response);
        }
    }

    /** Says in a header too where a list goes on. */
    private static void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Listed<?> part && part.next() != null) {
            String next = UriBuilder.fromUri(request.getUriInfo().getRequestUri()).scheme(null).host(null).port(-1)
                    .replaceQueryParam("cursor", part.next()).build().toString();
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
    }
}
