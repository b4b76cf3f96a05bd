package kz.qalam.api.article;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Keeping;

/** What I typed and have not saved, over all stories. */
@Path(Api.PATH + "/working-texts")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class LeftoverResource {

    private final CurrentActor actor;
    private final Keeping keeping;

    LeftoverResource(CurrentActor actor, Keeping keeping) {
        this.actor = actor;
        this.keeping = keeping;
    }

    @GET
    @Operation(operationId = "listLeftovers", summary = "All my unsaved texts, newest first", description = "At most 50, which is as many as one may have. Those that say what their story says already are left out.")
    public Listed<LeftoverView> list() {
        return Listed.part(keeping.all(actor.get()), LeftoverView::of, null);
    }

    @GET
    @Path("{window}")
    @Operation(operationId = "getLeftover", summary = "One of my unsaved texts, of whatever story", description = "Also of one that was handed on meanwhile, as long as I work at its desk.")
    public WorkingTextView get(@PathParam("window") UUID window) {
        return WorkingTextView.whole(keeping.own(actor.get(), window));
    }

    @DELETE
    @Path("{window}")
    @Operation(operationId = "discardLeftover", summary = "Throw an unsaved text of mine away, of whatever story")
    @APIResponse(responseCode = "204", description = "It is gone, or was not there.")
    public void discard(@PathParam("window") UUID window) {
        keeping.discard(actor.get(), window);
    }
}
