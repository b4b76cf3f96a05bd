package kz.qalam.api.language;

import java.time.Instant;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.style.IgnoredWord;
import kz.qalam.core.style.IgnoredWords;

/** The words that the newsroom's proofreader leaves alone. */
@Path(Api.PATH + "/ignored-words")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class IgnoredWordResource {

    @Schema(name = "IgnoredWord", description = "A word that is left alone in every form.")
    record IgnoredWordView(String word, @Schema(description = "The name of who said so.") String by, Instant at) {

        static IgnoredWordView of(IgnoredWord word) {
            return new IgnoredWordView(word.word(), word.by(), word.at());
        }
    }

    private final CurrentActor actor;
    private final IgnoredWords words;

    IgnoredWordResource(CurrentActor actor, IgnoredWords words) {
        this.actor = actor;
        this.words = words;
    }

    @GET
    @Operation(operationId = "listIgnoredWords", summary = "The words that proofreading leaves alone, by the alphabet")
    public Listed<IgnoredWordView> list() {
        return Listed.all(words.all(), IgnoredWordView::of);
    }

    @PUT
    @Path("{word}")
    @Operation(operationId = "ignoreWord", summary = "Have proofreading leave a word alone, in every form", description = "For editors and reviewers of any desk, and admins. Capitals do not count; one that is ignored already stays as it is.")
    public void ignore(@PathParam("word") String word) {
        words.ignore(actor.get(), word);
    }

    @DELETE
    @Path("{word}")
    @Operation(operationId = "heedWord", summary = "Have proofreading mark a word again", description = "For editors and reviewers of any desk, and admins.")
    public void heed(@PathParam("word") String word) {
        words.heed(actor.get(), word);
    }
}
