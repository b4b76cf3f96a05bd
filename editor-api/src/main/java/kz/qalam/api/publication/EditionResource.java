package kz.qalam.api.publication;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.problem.Tongues;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.publication.EditionLine;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.staff.Actor;

/** What is planned of a story, and what was released. */
@Path(Api.PATH + "/articles/{id}/editions")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
class EditionResource {

    private final CurrentActor actor;
    private final Publishing publishing;
    private final Publications publications;

    EditionResource(CurrentActor actor, Publishing publishing, Publications publications) {
        this.actor = actor;
        this.publishing = publishing;
        this.publications = publications;
    }

    @GET
    @Operation(operationId = "listEditions", summary = "A story's editions, newest first", description = "Each with its release and what was delivered.")
    public Listed<EditionView> list(@PathParam("id") UUID id, @BeanParam Part part,
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        List<EditionLine> lines = publications.of(actor.get(), id, part.number(Integer.MAX_VALUE), part.size());
        int last = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number();
        return Listed.part(lines, line -> EditionView.of(line, locale), last > 1 ? last : null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "planEdition", summary = "Plan an approved revision, or give it another time", description = "A publisher's act. What is held is held no longer, unless `unlessHeld` says otherwise. Answers with the edition as it now stands.")
    public EditionView plan(@PathParam("id") UUID id, PlanInput input,
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Actor publisher = actor.get();
        int number = Boolean.TRUE.equals(input.unlessHeld())
                ? publishing.planUnlessHeld(publisher, id, input.revision(), input.from())
                : publishing.plan(publisher, id, input.revision(), input.from());
        return EditionView.of(publications.edition(publisher, id, number), Tongues.asked(language));
    }
}
