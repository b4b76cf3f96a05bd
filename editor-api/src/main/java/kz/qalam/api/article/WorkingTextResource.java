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
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.WorkingText;
import kz.qalam.core.staff.Actor;

/** What I typed and have not saved, window by window. */
@Path(Api.PATH + "/articles/{id}/working-texts")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class WorkingTextResource {

    private final CurrentActor actor;
    private final Keeping keeping;

    WorkingTextResource(CurrentActor actor, Keeping keeping) {
        this.actor = actor;
        this.keeping = keeping;
    }

    @GET
    @Operation(operationId = "listWorkingTexts", summary = "My unsaved texts of a story, newest first", description = "Without the texts. Nobody else's are ever listed.")
    public Listed<WorkingTextView> list(@PathParam("id") UUID id) {
        return Listed.part(keeping.of(actor.get(), id), WorkingTextView::line, null);
    }

    @GET
    @Path("{window}")
    @Operation(operationId = "getWorkingText", summary = "One of my unsaved texts")
    public WorkingTextView get(@PathParam("id") UUID id, @PathParam("window") UUID window) {
        return WorkingTextView.whole(keeping.find(actor.get(), id, window));
    }

    @PUT
    @Path("{window}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "keepWorkingText", summary = "Keep what is typed and not saved", description = "Makes no revision. The window's id is the caller's; its counter only grows. Saving the same text clears it.")
    @APIResponse(responseCode = "200", description = "Kept.")
    @APIResponse(responseCode = "409", description = "A newer text of this window is kept, or was saved; or the revision it was begun from was taken out by court or law.")
    public WorkingTextView keep(@PathParam("id") UUID id, @PathParam("window") UUID window, WorkingTextInput input) {
        Actor writer = actor.get();
        keeping.keep(writer, id, window, input.counter(), input.base(), input.copy());
        WorkingText kept = keeping.find(writer, id, window);
        return WorkingTextView.line(kept);
    }

    @DELETE
    @Path("{window}")
    @Operation(operationId = "discardWorkingText", summary = "Throw an unsaved text of mine away")
    @APIResponse(responseCode = "204", description = "It is gone, or was not there.")
    public void discard(@PathParam("id") UUID id, @PathParam("window") UUID window) {
        keeping.discard(actor.get(), id, window);
    }
}
