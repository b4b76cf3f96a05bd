package kz.qalam.api.publication;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.article.StandingView;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.staff.Actor;

/** Until when a story is before the public. */
@Path(Api.PATH + "/articles/{id}/expiry")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class ExpiryResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Publishing publishing;

    ExpiryResource(CurrentActor actor, Articles articles, Publishing publishing) {
        this.actor = actor;
        this.articles = articles;
        this.publishing = publishing;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setExpiry", summary = "Set until when a story is before the public", description = "A publisher's act, for what is live or planned. At that time it is withdrawn by itself; what has not gone out by then does not go out.")
    public StandingView set(@PathParam("id") UUID id, ExpiryInput input) {
        Actor publisher = actor.get();
        publishing.end(publisher, id, input.until(), input.notice());
        return StandingView.of(articles.stood(publisher, id), actor.tongue());
    }

    @DELETE
    @Operation(operationId = "liftExpiry", summary = "Let a story stay before the public", description = "A publisher's act. Where no end was set this changes nothing.")
    public StandingView lift(@PathParam("id") UUID id) {
        Actor publisher = actor.get();
        publishing.endNever(publisher, id);
        return StandingView.of(articles.stood(publisher, id), actor.tongue());
    }
}
