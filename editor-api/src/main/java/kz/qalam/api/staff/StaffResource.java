package kz.qalam.api.staff;

import java.util.Arrays;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.staff.StaffPage;

/** The people and their roles. */
@Path(Api.PATH + "/staff")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class StaffResource {

    private static final String DESK = "The desk's id or slug; left out for ADMIN, which is held over the whole newsroom.";

    private final CurrentActor actor;
    private final Staff staff;
    private final Desks desks;

    StaffResource(CurrentActor actor, Staff staff, Desks desks) {
        this.actor = actor;
        this.staff = staff;
        this.desks = desks;
    }

    @GET
    @Operation(operationId = "listStaff", summary = "Everyone, with their roles", description = "For an admin. Ordered by username.")
    public Listed<StaffMemberView> list(@BeanParam Part part) {
        StaffPage page = staff.list(actor.get(), part.id(), part.size(50));
        return Listed.part(page.members(),
                member -> new StaffMemberView(member.person().id(), member.person().username(), member.person().name(),
                        desks.described(member.memberships())),
                page.next());
    }

    @PUT
    @Path("{person}/memberships/{role}")
    @Operation(operationId = "appoint", summary = "Give a role", description = "For an admin. Giving what someone has already changes nothing.")
    public void appoint(@PathParam("person") UUID person,
            @PathParam("role") @Parameter(schema = @Schema(implementation = Role.class)) String role,
            @QueryParam("desk") @Parameter(description = DESK) @Nullable String desk) {
        staff.appoint(actor.get(), person, desks.named(desk), role(role));
    }

    @DELETE
    @Path("{person}/memberships/{role}")
    @Operation(operationId = "dismiss", summary = "Take a role away", description = "For an admin. It ends with the person's next request; taking what someone does not have changes nothing.")
    public void dismiss(@PathParam("person") UUID person,
            @PathParam("role") @Parameter(schema = @Schema(implementation = Role.class)) String role,
            @QueryParam("desk") @Parameter(description = DESK) @Nullable String desk) {
        staff.dismiss(actor.get(), person, desks.named(desk), role(role));
    }

    private static Role role(String named) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equalsIgnoreCase(named)).findFirst()
                .orElseThrow(NotFound::new);
    }
}
