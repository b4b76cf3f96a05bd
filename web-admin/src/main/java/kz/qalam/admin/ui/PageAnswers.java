package kz.qalam.admin.ui;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What goes with every answer. */
class PageAnswers {

    /** Drafts are kept by no cache, and a thing told is told once. */
    @ServerResponseFilter
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        boolean shown = response.getStatus() == 200 && request.getMethod().equals("GET");
        if (shown && request.getCookies().containsKey(Told.COOKIE)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, Told.forgotten());
        }
    }
}
