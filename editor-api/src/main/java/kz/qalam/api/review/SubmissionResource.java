package kz.qalam.api.review;

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
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.staff.Actor;

/** Asking for a review, and taking that back. */
@Path(Api.PATH + "/articles/{id}/submission")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class SubmissionResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Reviewing reviewing;
    private final Reviews reviews;

    SubmissionResource(CurrentActor actor, Articles articles, Reviewing reviewing, Reviews reviews) {
        this.actor = actor;
        this.articles = articles;
        this.reviewing = reviewing;
        this.reviews = reviews;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submit", summary = "Submit the current revision", description = "With what it is to be published as. Submitting once more what waits already, in the same words, changes nothing. A revision that is no longer the current one is answered with 409.")
    public RoundView submit(@PathParam("id") UUID id, SubmissionInput input) {
        Actor asker = actor.get();
        reviewing.submit(asker, id, input.revision(), new Proposal(input.kind(), input.notice(), input.from()));
        return RoundView.of(reviews.of(asker, id, 1).get(0));
    }

    @DELETE
    @Operation(operationId = "recall", summary = "Take the submission back")
    public StandingView recall(@PathParam("id") UUID id) {
        Actor asker = actor.get();
        reviewing.recall(asker, id);
        return StandingView.of(articles.stood(asker, id), actor.tongue());
    }
}
