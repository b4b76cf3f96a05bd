package kz.qalam.api.article;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.GET;
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
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Twin;
import kz.qalam.core.article.Twins;

/** Whether a story stands already. */
@Path(Api.PATH + "/articles/{id}/twins")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class TwinsResource {

    private final CurrentActor actor;
    private final Twins twins;

    TwinsResource(CurrentActor actor, Twins twins) {
        this.actor = actor;
        this.twins = twins;
    }

    @Schema(name = "Twin", description = "A story that is nearly the same text.")
    record TwinView(
            @Schema(description = "Null where I may read it on the site, but not at the desk.") @Nullable UUID id,
            @Schema(description = "As readers have it, where I may not read the story at the desk.") String headline,
            Stage stage,
            @Schema(description = "The author's name; null while the story is nobody's, or not mine to read.") @Nullable String author,
            Instant changedAt,
            @Schema(description = "Where it stands on the public site; null unless it is live.") @Nullable String path,
            @Schema(description = "About how many hundredths of both texts are the same.", minimum = "50", maximum = "100") int likeness) {

        static TwinView of(Twin twin) {
            return new TwinView(twin.id(), twin.headline(), twin.stage(), twin.author(), twin.changedAt(), twin.path(),
                    twin.hundredths());
        }
    }

    @GET
    @Operation(operationId = "getTwins", summary = "What is nearly the same and live, planned or in review", description = "The likest first, at most five: of its own desk what is live, planned or in review and mine to read; of any desk what readers have, by the text that they have.")
    public Listed<TwinView> get(@PathParam("id") UUID id,
            @QueryParam("revision") @Parameter(description = "Of which text; left out, of the current one.") @Nullable Integer revision) {
        return Listed.all(twins.of(actor.get(), id, revision), TwinView::of);
    }
}
