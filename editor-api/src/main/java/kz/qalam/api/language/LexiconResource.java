package kz.qalam.api.language;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.style.ExceptionLexicon;
import kz.qalam.core.style.LexiconVersion;
import kz.qalam.core.style.Spelt;

/** The newsroom's own spellings in Latin and Arabic letters. */
@Path(Api.PATH + "/lexicon")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class LexiconResource {

    @Schema(name = "Lexicon")
    record LexiconView(@Schema(description = "What readers see.") LexiconVersionView live,
            @Schema(description = "What stands written, approved or not.") LexiconVersionView newest) {}

    @Schema(name = "LexiconTrial")
    record TrialView(String latin, String arabic) {}

    private final CurrentActor actor;
    private final ExceptionLexicon lexicon;

    LexiconResource(CurrentActor actor, ExceptionLexicon lexicon) {
        this.actor = actor;
        this.lexicon = lexicon;
    }

    @GET
    @Operation(operationId = "getLexicon", summary = "The exception lexicon: live, and as it stands written")
    public LexiconView get() {
        return new LexiconView(LexiconVersionView.of(lexicon.live()), LexiconVersionView.of(lexicon.newest()));
    }

    @GET
    @Path("versions")
    @Operation(operationId = "listLexiconVersions", summary = "All versions, newest first")
    public Listed<LexiconVersionView> list(@BeanParam Part part) {
        List<LexiconVersion> versions = lexicon.versions(part.number(Integer.MAX_VALUE), part.size());
        boolean more = versions.size() == part.size() && versions.get(versions.size() - 1).number() > 1;
        return Listed.part(versions, LexiconVersionView::of,
                more ? versions.get(versions.size() - 1).number() : null);
    }

    @GET
    @Path("versions/{number}")
    @Operation(operationId = "getLexiconVersion", summary = "One version")
    public LexiconVersionView version(@PathParam("number") int number) {
        return LexiconVersionView.of(lexicon.version(number));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putLexicon", summary = "Write the whole lexicon down as a draft", description = "For editors of any desk and admins. The same again changes nothing; 409 when someone else has written since.")
    public LexiconVersionView put(LexiconInput input) {
        return LexiconVersionView.of(lexicon.write(actor.get(), input.base(),
                input.entries().stream().map(LexiconEntry::entry).toList()));
    }

    @PUT
    @Path("approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "approveLexicon", summary = "Approve the newest version", description = "For a reviewer of any desk or an admin who wrote none of it. The site prints again what it touches.")
    public LexiconVersionView approve(LexiconApprovalInput input) {
        return LexiconVersionView.of(lexicon.approve(actor.get(), input.version()));
    }

    @PUT
    @Path("return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "returnLexicon", summary = "Send the newest draft back", description = "For who may approve it. Its writers write another version; this one is never approved.")
    public LexiconVersionView sendBack(LexiconReturnInput input) {
        return LexiconVersionView.of(lexicon.sendBack(actor.get(), input.version(), input.remark()));
    }

    @POST
    @Path("trials")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tryLexicon", summary = "Write a text in the other scripts", description = "For everyone who is logged in; nothing is kept.")
    public TrialView look(LexiconTrialInput input) {
        Spelt spelt = lexicon.spelt(input.text(),
                input.version() == null ? lexicon.newest() : lexicon.version(input.version()));
        return new TrialView(spelt.latin(), spelt.arabic());
    }
}
