package kz.qalam.api.staff;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Inviting;
import kz.qalam.core.staff.Membership;
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
    private final Inviting inviting;
    private final Desks desks;

    StaffResource(CurrentActor actor, Staff staff, Inviting inviting, Desks desks) {
        this.actor = actor;
        this.staff = staff;
        this.inviting = inviting;
        this.desks = desks;
    }

    @GET
    @Operation(operationId = "listStaff", summary = "Everyone, with their roles", description = "For an admin. Ordered by username.")
    public Listed<StaffMemberView> list(@BeanParam Part part) {
        StaffPage page = staff.list(actor.get(), part.id(), part.size(50));
        return Listed.part(page.members(),
                member -> new StaffMemberView(member.person().id(), member.person().username(), member.person().name(),
                        member.suspended(), desks.described(member.memberships())),
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "invite", summary = "Take someone on", description = "For an admin. Makes an account in Keycloak, which opens last: an invitation that broke off lets nobody in, and the same one again completes it.")
    @APIResponse(responseCode = "201", description = "They may come in.", content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public RestResponse<InvitationView> invite(InvitationInput input) {
        List<Membership> posts = requireNonNullElse(input.memberships(), List.<InvitationInput.Post>of()).stream()
                .map(post -> new Membership(desks.named(post.desk()), post.role())).toList();
        return RestResponse.status(RestResponse.Status.CREATED, InvitationView
                .of(inviting.invite(actor.get(), input.username(), input.name(), input.email(), posts)));
    }

    @POST
    @Path("{person}/password")
    @Operation(operationId = "renewPassword", summary = "Give a new temporary password", description = "For an admin. The old password ends at once.")
    public InvitationView renewPassword(@PathParam("person") UUID person) {
        return InvitationView.of(inviting.renewPassword(actor.get(), person));
    }

    @PUT
    @Path("{person}/suspension")
    @Operation(operationId = "suspend", summary = "Shut someone out", description = "For an admin. From their next request on, whatever token or session they hold.")
    public SuspensionView suspend(@PathParam("person") UUID person) {
        return new SuspensionView(true, inviting.suspend(actor.get(), person));
    }

    @DELETE
    @Path("{person}/suspension")
    @Operation(operationId = "bringBack", summary = "End a suspension", description = "For an admin. They have the roles that they had.")
    public SuspensionView bringBack(@PathParam("person") UUID person) {
        inviting.bringBack(actor.get(), person);
        return new SuspensionView(false, false);
    }

    private static Role role(String named) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equalsIgnoreCase(named)).findFirst()
                .orElseThrow(NotFound::new);
    }
}
