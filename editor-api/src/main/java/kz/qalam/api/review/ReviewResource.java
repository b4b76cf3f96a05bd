package kz.qalam.api.review;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.review.RoundPage;

/** A story's rounds of review. */
@Path(Api.PATH + "/articles/{id}/reviews")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class ReviewResource {

    private final CurrentActor actor;
    private final Reviews reviews;

    ReviewResource(CurrentActor actor, Reviews reviews) {
        this.actor = actor;
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "listReviews", summary = "A story's rounds of review, newest first")
    public Listed<RoundView> list(@PathParam("id") UUID id, @BeanParam Part part) {
        RoundPage page = reviews.of(actor.get(), id, part.cursor(), part.size());
        return Listed.part(page.rounds(), RoundView::of, page.next());
    }
}
