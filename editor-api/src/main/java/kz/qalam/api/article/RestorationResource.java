package kz.qalam.api.article;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.RevisionTag;
import kz.qalam.api.problem.StaleCopy;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.staff.Actor;

/** Bringing an older text back. */
@Path(Api.PATH + "/articles/{id}/restoration")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class RestorationResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Drafting drafting;

    RestorationResource(CurrentActor actor, Articles articles, Drafting drafting) {
        this.actor = actor;
        this.articles = articles;
        this.drafting = drafting;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "restoreRevision", summary = "Bring an older text back as a new revision", description = "Over the revision that If-Match names. The older text's writers come with it.")
    @APIResponse(responseCode = "200", description = "Restored; the ETag is the new number.", content = @Content(schema = @Schema(implementation = StandingView.class)))
    @APIResponse(responseCode = "412", description = "Someone saved meanwhile; nothing was overwritten.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "StaleProblem")))
    @APIResponse(responseCode = "428", description = "Without If-Match, or with `*`.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public RestResponse<StandingView> restore(@PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of the revision that the writer had before them: `\"7\"`.", schema = @Schema(implementation = String.class)) @Nullable String ifMatch,
            RestorationInput input) {
        Actor writer = actor.get();
        try {
            drafting.restore(writer, id, RevisionTag.expected(ifMatch), input.revision());
        } catch (StaleRevision e) {
            throw new StaleCopy(e, articles.revision(writer, id, e.current()).copy(),
                    articles.revision(writer, id, input.revision()).copy());
        }
        return Tagged.standing(articles.stood(writer, id), actor.tongue());
    }
}
