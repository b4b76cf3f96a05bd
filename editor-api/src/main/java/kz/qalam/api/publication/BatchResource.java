package kz.qalam.api.publication;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.problem.Problems;
import kz.qalam.api.problem.Statuses;
import kz.qalam.api.problem.Tongues;
import kz.qalam.api.problem.Trace;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.publication.Batch;
import kz.qalam.core.publication.Batching;

/** The same move with many stories. */
@Path(Api.PATH + "/batches")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class BatchResource {

    @Schema(name = "BatchOutcome")
    record OutcomeView(UUID article,
            @Schema(description = "200, or as the move with this story alone would have been answered.") int status,
            @Schema(description = "Why it was not made, as the body of that answer; null where it was.", implementation = Object.class) @Nullable ObjectNode problem) {

        static OutcomeView of(Batch.Outcome outcome, Locale locale, UUID reference) {
            RuntimeException why = outcome.why();
            return why == null
                    ? new OutcomeView(outcome.story(), 200, null)
                    : new OutcomeView(outcome.story(), Statuses.of(why), Problems.of(why, locale, reference));
        }
    }

    private static final Logger LOG = Logger.getLogger("kz.qalam.api");

    private final CurrentActor actor;
    private final Batching batching;

    BatchResource(CurrentActor actor, Batching batching) {
        this.actor = actor;
        this.batching = batching;
    }

    @PUT
    @Path("{batch}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putBatch", summary = "Make the same move with up to 100 stories", description = "Each story is judged and answered by itself, in its own transaction; what one is refused for stops none of the others. You choose the id of the batch, a UUID; the same again within seven days makes no move twice, and tries those once more that were refused.")
    public Listed<OutcomeView> put(@PathParam("batch") UUID id, BatchInput input,
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        List<Batch.Outcome> outcomes = batching.carryOut(actor.get(), id, input.batch());
        UUID reference = Problems.reference();
        outcomes.stream().filter(Batch.Outcome::isBrokenOff).findFirst().ifPresent(broken -> LOG
                .errorf("a batch broke off, reference %s: %s", reference, new Trace(requireNonNull(broken.why()))));
        return Listed.all(outcomes, outcome -> OutcomeView.of(outcome, locale, reference));
    }
}
