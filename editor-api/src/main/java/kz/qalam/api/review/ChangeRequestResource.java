package kz.qalam.api.review;

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
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;

/** The reviewer's «not yet». */
@Path(Api.PATH + "/articles/{id}/change-request")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class ChangeRequestResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Reviewing reviewing;

    ChangeRequestResource(CurrentActor actor, Articles articles, Reviewing reviewing) {
        this.actor = actor;
        this.articles = articles;
        this.reviewing = reviewing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "requestChanges", summary = "Send a revision back with a note", description = "When the open round is on another revision: 409.")
    public StandingView requestChanges(@PathParam("id") UUID id, VerdictInput input) {
        Actor reviewer = actor.get();
        reviewing.requestChanges(reviewer, id, input.revision(), input.round(), input.note());
        return StandingView.of(articles.stood(reviewer, id), actor.tongue());
    }
}
