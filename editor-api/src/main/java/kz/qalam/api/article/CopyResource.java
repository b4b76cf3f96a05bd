package kz.qalam.api.article;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Part;
import kz.qalam.api.RevisionTag;
import kz.qalam.api.problem.StaleCopy;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.staff.Actor;

/** The text that is being written. */
@Path(Api.PATH + "/articles/{id}/copy")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class CopyResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Drafting drafting;

    CopyResource(CurrentActor actor, Articles articles, Drafting drafting) {
        this.actor = actor;
        this.articles = articles;
        this.drafting = drafting;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "saveCopy", summary = "Save the text as a new revision", description = "Over the revision that If-Match names. What stands there already writes nothing: the same number comes back. An open round of review is recalled by a save. After a 412, send the text in which both changes were brought together, over `current` and with `merging`.")
    @RequestBody(content = @Content(schema = @Schema(ref = "Copy")), required = true)
    @APIResponse(responseCode = "200", description = "Saved; the ETag is the new number.", content = @Content(schema = @Schema(implementation = StandingView.class)))
    @APIResponse(responseCode = "412", description = "Someone saved meanwhile; nothing was overwritten. `current` is the number that stands, `theirs` its text, `yours` what was sent; `merged` is both together where they touch different fields and blocks, else `collisions` says what a person has to decide.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "StaleProblem")))
    @APIResponse(responseCode = "428", description = "Without If-Match, or with `*`.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public RestResponse<StandingView> save(@PathParam("id") UUID id,
            @HeaderParam("If-Match") @Parameter(description = "The ETag of the revision that the writer had before them: `\"7\"`.", schema = @Schema(implementation = String.class)) @Nullable String ifMatch,
            @QueryParam("merging") @Parameter(description = "The older revision that this text also draws from: the one on which the caller's own changes were made (`base` of the 412). Its writers stay among the writers.", schema = @Schema(type = SchemaType.INTEGER)) @Nullable String merging,
            Copy copy) {
        Actor writer = actor.get();
        int expected = RevisionTag.expected(ifMatch);
        try {
            if (merging == null || merging.isEmpty()) {
                return Tagged.standing(drafting.saveTelling(writer, id, expected, copy), actor.tongue());
            }
            drafting.merge(writer, id, expected, Part.number("merging", merging, "not-number", 1, Integer.MAX_VALUE),
                    copy, null);
        } catch (StaleRevision e) {
            throw new StaleCopy(e, articles.revision(writer, id, e.current()).copy(), copy,
                    articles.merge(writer, id, e.expected(), copy).orElse(null));
        }
        return Tagged.standing(articles.stood(writer, id), actor.tongue());
    }
}
