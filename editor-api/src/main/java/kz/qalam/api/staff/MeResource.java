package kz.qalam.api.staff;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.core.staff.Actor;

/** Whoever asks. */
@Path(Api.PATH + "/me")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class MeResource {

    private final CurrentActor actor;
    private final Desks desks;

    MeResource(CurrentActor actor, Desks desks) {
        this.actor = actor;
        this.desks = desks;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who I am here", description = "Whoever asks, with the roles that they hold at this moment. A newcomer is taken on: the realm's roles become memberships at the first desk.")
    public StaffMemberView get() {
        Actor me = actor.get();
        return new StaffMemberView(me.person(), me.username(), me.name(), false, desks.described(me.memberships()));
    }
}
