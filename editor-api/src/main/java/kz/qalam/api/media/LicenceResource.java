package kz.qalam.api.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.media.Pictures;

/** Licences that have ended, or end soon, under what readers have. */
@Path(Api.PATH + "/licences")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pictures")
class LicenceResource {

    private final CurrentActor actor;
    private final Pictures pictures;

    LicenceResource(CurrentActor actor, Pictures pictures) {
        this.actor = actor;
        this.pictures = pictures;
    }

    @GET
    @Operation(operationId = "listLicences", summary = "Live stories with a picture whose licence has ended, or ends within 30 days", description = "Of desks where one is an editor; at most 100, what ends last first.")
    public Listed<LicenceView> list() {
        return Listed.part(pictures.ending(actor.get(), Pictures.MOST), LicenceView::of, null);
    }
}
