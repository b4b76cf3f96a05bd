package kz.qalam.api.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** What waits for a decision. */
@Path(Api.PATH + "/reviews")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class WaitingResource {

    private final CurrentActor actor;
    private final Reviews reviews;

    WaitingResource(CurrentActor actor, Reviews reviews) {
        this.actor = actor;
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "listWaiting", summary = "What waits for my decision, the longest waiting first", description = "Of the desks at which I am a reviewer. What I wrote some of is marked `own`: another has to approve it.")
    public Listed<RoundView> list(@BeanParam Part part) {
        RoundPage page = reviews.waitingFor(actor.get(), part.cursor(), part.size());
        return Listed.part(page.rounds(), RoundView::of, page.next());
    }
}
