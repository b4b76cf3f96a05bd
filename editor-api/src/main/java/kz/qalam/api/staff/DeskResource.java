package kz.qalam.api.staff;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Staff;

/** The desks and their rules. */
@Path(Api.PATH + "/desks")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class DeskResource {

    private final CurrentActor actor;
    private final Staff staff;

    DeskResource(CurrentActor actor, Staff staff) {
        this.actor = actor;
        this.staff = staff;
    }

    @GET
    @Operation(operationId = "listDesks", summary = "All desks with their rules", description = "For an admin. In one piece: there are at most 100.")
    public Listed<DeskRules> list() {
        return Listed.all(staff.desks(actor.get()), DeskRules::of);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDesk", summary = "Start a desk, or change its names and rules", description = "For an admin, who chooses the id of a new desk: a UUID.")
    public DeskRules put(@PathParam("id") UUID id, DeskInput input) {
        Desk desk = new Desk(id, input.slug(), input.name(),
                requireNonNullElse(input.publishes(), PublishingRule.ON_APPROVAL),
                requireNonNullElse(input.required(), List.of("headline")),
                requireNonNullElse(input.advised(), List.of()), requireNonNullElse(input.settled(), List.of()));
        staff.establish(actor.get(), desk);
        return view(id);
    }

    @PUT
    @Path("{id}/closure")
    @Operation(operationId = "closeDesk", summary = "Close a desk", description = "For an admin. No story begins there any more; its people go on with those that there are.")
    public DeskRules close(@PathParam("id") UUID id) {
        staff.close(actor.get(), id, true);
        return view(id);
    }

    @DELETE
    @Path("{id}/closure")
    @Operation(operationId = "openDesk", summary = "Open a closed desk again", description = "For an admin.")
    public DeskRules open(@PathParam("id") UUID id) {
        staff.close(actor.get(), id, false);
        return view(id);
    }

    private DeskRules view(UUID id) {
        return DeskRules.of(staff.desk(id));
    }
}
