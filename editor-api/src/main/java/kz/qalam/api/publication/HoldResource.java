package kz.qalam.api.publication;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** Stopping what is planned. */
@Path(Api.PATH + "/articles/{id}/hold")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class HoldResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Publishing publishing;

    HoldResource(CurrentActor actor, Articles articles, Publishing publishing) {
        this.actor = actor;
        this.articles = articles;
        this.publishing = publishing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "hold", summary = "Hold what is planned", description = "A publisher's act: it does not go out until a publisher plans it again.")
    public StandingView hold(@PathParam("id") UUID id, HoldInput input) {
        Actor publisher = actor.get();
        publishing.hold(publisher, id, input.reason());
        return StandingView.of(articles.stood(publisher, id), actor.tongue());
    }
}
