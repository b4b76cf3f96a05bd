package kz.qalam.api.review;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.review.Notes;
import kz.qalam.core.review.Noting;

/** Notes at passages of a story. */
@Path(Api.PATH + "/articles/{id}/notes")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews")
class NoteResource {

    private final CurrentActor actor;
    private final Notes notes;
    private final Noting noting;

    NoteResource(CurrentActor actor, Notes notes, Noting noting) {
        this.actor = actor;
        this.notes = notes;
        this.noting = noting;
    }

    @GET
    @Operation(operationId = "listNotes", summary = "The notes on a story, open ones first, then the newest", description = "At most 200.")
    public Listed<NoteView> list(@PathParam("id") UUID id) {
        return Listed.part(notes.of(actor.get(), id), NoteView::of, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "writeNote", summary = "Write a note at a passage", description = "Whoever may read the story may. A reviewer whose open notes say what is to change may request changes without more words.")
    @APIResponse(responseCode = "201", description = "Written.")
    public NoteView write(@PathParam("id") UUID id, NoteInput input) {
        return NoteView.of(
                noting.write(actor.get(), id, input.revision(), input.field(), input.block(), input.quoted(),
                        input.said()));
    }

    @PUT
    @Path("{note}/resolution")
    @Operation(operationId = "resolveNote", summary = "Say that a note is answered", description = "For whoever may change the story, and for who wrote the note.")
    public NoteView resolve(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        return NoteView.of(noting.resolve(actor.get(), id, note));
    }
}
