package kz.qalam.api.language;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Trial;
import kz.qalam.core.article.Trials;

/** Rules of the house-style book, tried on stories before they are in force. */
@Path(Api.PATH + "/style-trials")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class StyleTrialResource {

    @Schema(name = "StyleTrial")
    record TrialView(List<HitView> hits, @Schema(description = "How many stories were looked through.") int looked,
            @Schema(description = "Send it as `cursor` to look further; null when there are no more stories.") @Nullable String next) {}

    @Schema(name = "StyleTrialHit")
    record HitView(UUID article, String headline,
            @Schema(description = "/headline, /lead, /picture/caption or the block: /body/content/3.") String pointer,
            String before,
            String found, String after,
            @Schema(description = "What the rule would put there; null where it only marks.") @Nullable String repair) {

        static HitView of(Trial.Hit hit) {
            return new HitView(hit.story(), hit.headline(), hit.pointer(), hit.before(), hit.found(), hit.after(),
                    hit.repair());
        }
    }

    private final CurrentActor actor;
    private final Trials trials;

    StyleTrialResource(CurrentActor actor, Trials trials) {
        this.actor = actor;
        this.trials = trials;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tryStyleRule", summary = "Try a rule on the stories one may see", description = "For editors of any desk and admins. The newest 100 stories, and the next with `cursor`; after 50 places it stops. Nothing is kept.")
    public TrialView look(StyleTrialInput input) {
        Trial trial = trials.of(actor.get(), input.word(), input.instead(), input.cursor());
        return new TrialView(trial.hits().stream().map(HitView::of).toList(), trial.looked(), trial.next());
    }
}
