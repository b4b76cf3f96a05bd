package kz.qalam.api.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.publication.DeliveryLine;
import kz.qalam.core.publication.Publications;

/** What was sent to the site and to others. */
@Path(Api.PATH + "/deliveries")
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

    @Schema(name = "DeliveryLine", description = "What was sent of one release to one receiver.")
    record DeliveryView(UUID id, long release, String receiver,
            @Schema(description = "PENDING, DELIVERED or FAILED.") String state, int attempts,
            @Schema(description = "When it is tried again; null unless it waits.") @Nullable Instant nextTry,
            @Nullable Instant deliveredAt, @Nullable String fault, UUID article, String path, String kind) {

        static DeliveryView of(DeliveryLine line) {
            return new DeliveryView(line.id(), line.release(), line.receiver(), line.state(), line.attempts(),
                    line.nextTry(), line.deliveredAt(), line.fault(), line.article(), line.path(), line.kind());
        }
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "What was sent, the newest release first", description = "For an admin.")
    public Listed<DeliveryView> list(
            @QueryParam("open") @Parameter(description = "true: only what is not delivered.") @Nullable String open,
            @BeanParam Part part) {
        DeliveryLine.Part page = publications.deliveries(actor.get(), "true".equals(open), part.cursor(), part.size());
        return Listed.part(page.lines(), DeliveryView::of, page.next());
    }

    @POST
    @Path("{id}/resend")
    @Operation(operationId = "resendDelivery", summary = "Send again", description = "An admin's act.")
    public void resend(@PathParam("id") UUID id) {
        publications.resend(actor.get(), id);
    }
}
