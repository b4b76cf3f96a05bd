package kz.qalam.api.language;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import kz.qalam.api.problem.Tongues;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.language.proofing.Finding;
import kz.qalam.core.style.Proofreader;

/** Proofreads a copy as this newsroom wants it, whether it is anyone's story or not. */
@Path(Api.PATH + "/proofreading")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class ProofreadingResource {

    @Schema(name = "Finding", description = "What a sub-editor would mark. start and end are UTF-16 units.")
    record FindingView(
            @Schema(description = "/headline, /lead, /picture/caption or the block: /body/content/3.") String pointer,
            int start, int end,
            @Schema(description = "spelling, scripts, keyboard, typography, doubled, harmony, language, style.") String kind,
            @Schema(description = "The key of its text; stable.") String message,
            @Schema(description = "In the language that was asked for.") String text,
            @Schema(description = "What may stand there instead, best first.") List<String> repairs) {

        static FindingView of(Marked marked, Locale locale) {
            Finding finding = marked.finding();
            return new FindingView(marked.pointer(), finding.start(), finding.end(),
                    finding.kind().name().toLowerCase(Locale.ROOT), finding.message(), finding.text(locale),
                    finding.repairs());
        }
    }

    private final CurrentActor actor;
    private final Proofreader proofreader;

    ProofreadingResource(CurrentActor actor, Proofreader proofreader) {
        this.actor = actor;
        this.proofreader = proofreader;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proofread", summary = "Proofread a copy", description = "For everyone who is logged in; nothing is kept. Places are counted in what a block reads as, the dashes of direct speech included. At most 200,000 characters of text; a copy that is not Kazakh has no findings.")
    public Listed<FindingView> proofread(Copy copy,
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        return Listed.all(proofreader.of(actor.get(), copy), marked -> FindingView.of(marked, locale));
    }
}
