package kz.qalam.api.review;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.review.LettingStand;
import kz.qalam.core.review.Stet;
import kz.qalam.core.review.Stets;
import kz.qalam.core.staff.Actor;

/** What the proofreader found in a story and someone let stand. */
@Path(Api.PATH + "/articles/{id}/stets")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class StetResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Stets stets;
    private final LettingStand letting;

    StetResource(CurrentActor actor, Articles articles, Stets stets, LettingStand letting) {
        this.actor = actor;
        this.articles = articles;
        this.stets = stets;
        this.letting = letting;
    }

    @GET
    @Operation(operationId = "listStets", summary = "The findings that are let stand in this story", description = "In the order of the current revision. At most 500.")
    public Listed<StetView> list(@PathParam("id") UUID id) {
        return Listed.all(stets.in(actor.get(), id, articles.find(actor.get(), id).revision().copy()), StetView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "letStand", summary = "Let a finding stand in this story", description = "For whoever may edit it. It holds wherever the same rule finds the same words in this story, and settles what the desk wants settled if it has a reason. The same again changes nothing.")
    public StetView letStand(@PathParam("id") UUID id, StetInput input) {
        Actor me = actor.get();
        Stet stet = letting.letStand(me, id, input.revision(), input.pointer(), input.start(), input.end(),
                input.kind(), input.reason());
        return stets.in(me, id, articles.find(me, id).revision().copy()).stream()
                .filter(placed -> placed.stet().id().equals(stet.id())).findFirst().map(StetView::of).orElseThrow();
    }

    @DELETE
    @Path("{stet}")
    @Operation(operationId = "markAgain", summary = "Have a finding marked again", description = "For whoever may edit the story. What is not let stand stays so.")
    public void markAgain(@PathParam("id") UUID id, @PathParam("stet") UUID stet) {
        letting.markAgain(actor.get(), id, stet);
    }
}
