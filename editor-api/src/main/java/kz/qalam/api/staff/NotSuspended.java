package kz.qalam.api.staff;

import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import kz.qalam.api.Api;

/**
 * Whoever is suspended is let into nothing of the API, whether or not the operation itself asks who calls it. One that does
 * is told what was found here. Pages ask by themselves.
 */
class NotSuspended {

    private final CurrentActor actor;

    NotSuspended(CurrentActor actor) {
        this.actor = actor;
    }

    @ServerRequestFilter
    void check(UriInfo uri) {
        if (Api.isApi(uri)) {
            actor.get();
        }
    }
}
