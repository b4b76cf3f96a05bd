package kz.qalam.api.article;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import kz.qalam.core.article.Attending;
import kz.qalam.core.staff.Actor;

/** Who has a story open. */
@Path(Api.PATH + "/articles/{id}/presence")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class PresenceResource {

    private final CurrentActor actor;
    private final Attending attending;

    PresenceResource(CurrentActor actor, Attending attending) {
        this.actor = actor;
        this.attending = attending;
    }

    @GET
    @Operation(operationId = "listPresent", summary = "Who else has the story open")
    public Listed<PresentView> list(@PathParam("id") UUID id) {
        return Listed.part(attending.others(actor.get(), id), PresentView::of, null);
    }

    @PUT
    @Path("{window}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "attend", summary = "Say that I have the story open", description = "Again at least every 30 seconds; 45 seconds of silence, and one is gone. Answers who else is there.")
    public Listed<PresentView> attend(@PathParam("id") UUID id, @PathParam("window") UUID window, PresenceInput input) {
        Actor here = actor.get();
        attending.attend(here, id, window, input.unsaved());
        return Listed.part(attending.others(here, id), PresentView::of, null);
    }

    @DELETE
    @Path("{window}")
    @Operation(operationId = "leave", summary = "Say that I closed it")
    @APIResponse(responseCode = "204", description = "Gone.")
    public void leave(@PathParam("id") UUID id, @PathParam("window") UUID window) {
        attending.leave(actor.get(), id, window);
    }
}
