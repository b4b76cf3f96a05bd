package kz.qalam.api.publication;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.publication.Freezing;

/** The one button that stops all releases. */
@Path(Api.PATH + "/freeze")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class FreezeResource {

    private final CurrentActor actor;
    private final Freezing freezing;

    FreezeResource(CurrentActor actor, Freezing freezing) {
        this.actor = actor;
        this.freezing = freezing;
    }

    @GET
    @Operation(operationId = "getFreeze", summary = "Whether releases are stopped", description = "For everybody in the newsroom.")
    public FreezeView get() {
        actor.get();
        return FreezeView.of(freezing.current().orElse(null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "freeze", summary = "Stop all releases", description = "For a publisher of any desk, or an admin. Withdrawals still go out. Where releases are stopped already, nothing changes and the first reason stays.")
    public FreezeView freeze(FreezeInput input) {
        freezing.freeze(actor.get(), input.reason());
        return get();
    }

    @DELETE
    @Operation(operationId = "unfreeze", summary = "Let releases go on", description = "For a publisher of any desk, or an admin. What became due meanwhile goes out at once.")
    public FreezeView unfreeze() {
        freezing.unfreeze(actor.get());
        return get();
    }
}
