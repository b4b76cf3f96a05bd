package kz.qalam.api.article;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Input;
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.SavedViews;

/** The ways of narrowing the list of stories that someone keeps under a name; nobody else sees them. */
@Path(Api.PATH + "/views")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ViewResource {

    private final CurrentActor actor;
    private final SavedViews views;

    ViewResource(CurrentActor actor, SavedViews views) {
        this.actor = actor;
        this.views = views;
    }

    @Schema(name = "SavedView")
    record SavedView(String name,
            @Schema(description = "The query of the list's address: `stage=DRAFT&section=sport`.") String query) {

        static SavedView of(SavedViews.SavedView view) {
            return new SavedView(view.name(), view.query());
        }
    }

    @Schema(name = "SavedViewInput", requiredProperties = "query")
    record SavedViewInput(@Schema(maxLength = 1000) String query) implements Input {}

    @GET
    @Operation(operationId = "listViews", summary = "The views that I keep", description = "In the order in which they were first kept.")
    public Listed<SavedView> list() {
        return Listed.all(views.of(actor.get()), SavedView::of);
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "keepView", summary = "Keep a view", description = "At most 30, with names of at most 60 characters. The same name again replaces it.")
    public void keep(@PathParam("name") String name, SavedViewInput input) {
        views.keep(actor.get(), name, input.query());
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "dropView", summary = "Let a view go", description = "One that is not there is gone already.")
    public void drop(@PathParam("name") String name) {
        views.drop(actor.get(), name);
    }
}
