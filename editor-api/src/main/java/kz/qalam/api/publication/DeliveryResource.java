package kz.qalam.api.publication;

import java.util.UUID;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.publication.Publications;

/** What was sent to the site and to others. */
@Path(Api.PATH + "/deliveries/{id}")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class DeliveryResource {

    private final CurrentActor actor;
    private final Publications publications;

    DeliveryResource(CurrentActor actor, Publications publications) {
        this.actor = actor;
        this.publications = publications;
    }

    @POST
    @Path("resend")
    @Operation(operationId = "resendDelivery", summary = "Send again", description = "An admin's act.")
    public void resend(@PathParam("id") UUID id) {
        publications.resend(actor.get(), id);
    }
}
