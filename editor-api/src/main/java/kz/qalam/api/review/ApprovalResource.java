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

/** The reviewer's yes. */
@Path(Api.PATH + "/articles/{id}/approval")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class ApprovalResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Reviewing reviewing;

    ApprovalResource(CurrentActor actor, Articles articles, Reviewing reviewing) {
        this.actor = actor;
        this.articles = articles;
        this.reviewing = reviewing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "approve", summary = "Approve a revision and its proposal", description = "Nobody approves what they wrote. At most desks it goes out by itself: at once, or at its time. When the open round is on another revision: 409.")
    public StandingView approve(@PathParam("id") UUID id, VerdictInput input) {
        Actor reviewer = actor.get();
        reviewing.approve(reviewer, id, input.revision(), input.round(), input.note());
        return StandingView.of(articles.stood(reviewer, id), actor.tongue());
    }
}
