package kz.qalam.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in a header too where a list goes on. */
class NextLink {

    @ServerResponseFilter
    void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Listed<?> part && part.next() != null) {
            String next = UriBuilder.fromUri(request.getUriInfo().getRequestUri()).scheme(null).host(null).port(-1)
                    .replaceQueryParam("cursor", part.next()).build().toString();
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
    }
}
