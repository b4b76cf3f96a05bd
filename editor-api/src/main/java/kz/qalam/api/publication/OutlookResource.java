package kz.qalam.api.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.publication.EndLine;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;

/** What goes out next over the whole newsroom, what fails to, what is out, and what leaves: as the publisher's page has it. */
@Path(Api.PATH)
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class OutlookResource {

    private final CurrentActor actor;
    private final Publications publications;

    OutlookResource(CurrentActor actor, Publications publications) {
        this.actor = actor;
        this.publications = publications;
    }

    @Schema(name = "Expiring", description = "A story whose time before the public has an end.")
    record ExpiringView(UUID article, String headline, Instant until, String setBy,
            @Schema(description = "Where it stands; null while it is not live.") @Nullable String path) {

        static ExpiringView of(EndLine line) {
            return new ExpiringView(line.article(), line.headline(), line.at(), line.setBy(), line.path());
        }
    }

    @GET
    @Path("/editions")
    @Operation(operationId = "listOutlook", summary = "What is planned, fails or is live, over the newsroom", description = "Of the desks at which I edit, review or publish, and my own. In one piece: the first of them, as many as `size` says. `PLANNED`: the soonest first, held ones last; `FAILING`: what should be out and is not; `LIVE`: the newest release first.")
    public Listed<EditionView> editions(
            @QueryParam("list") @Parameter(description = "PLANNED, FAILING or LIVE; PLANNED when left out.", schema = @Schema(implementation = String.class)) @Nullable String list,
            @BeanParam Part part) {
        Actor asker = actor.get();
        int most = part.size();
        List<EditionLine> lines = switch (list == null || list.isEmpty() ? "PLANNED" : list) {
            case "PLANNED" -> publications.planned(asker, most);
            case "FAILING" -> publications.failing(asker, most);
            case "LIVE" -> publications.live(asker, most);
            default -> throw Invalid.of("list", "unknown-value", "PLANNED, FAILING, LIVE");
        };
        return Listed.all(lines, EditionView::of);
    }

    @GET
    @Path("/expiries")
    @Operation(operationId = "listExpiries", summary = "What leaves the public next, the soonest first", description = "In one piece, as many as `size` says.")
    public Listed<ExpiringView> expiries(@BeanParam Part part) {
        return Listed.all(publications.ending(actor.get(), part.size()), ExpiringView::of);
    }
}
