package kz.qalam.api.article;

import java.time.Instant;
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

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Journal;
import kz.qalam.core.article.TrailFilter;
import kz.qalam.core.refusal.Invalid;

/** The trail of the whole newsroom. */
@Path(Api.PATH + "/trail")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
class JournalResource {

    private final CurrentActor actor;
    private final Journal journal;

    JournalResource(CurrentActor actor, Journal journal) {
        this.actor = actor;
        this.journal = journal;
    }

    @Schema(name = "JournalLine", description = "Who did what, when, with which story, person or desk.")
    record LineView(@Schema(description = "The story, person or desk.") UUID chain,
            @Schema(description = "Its name or headline; null where it has none, or where the story is not open to you.") @Nullable String about,
            int seq, Instant at,
            @Nullable String username, @Nullable String name, String act,
            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @JsonRawValue String details) {

        static LineView of(Journal.Line line) {
            return new LineView(line.chain(), line.about(), line.seq(), line.at(), line.username(), line.name(),
                    line.act(),
                    line.details());
        }
    }

    @GET
    @Operation(operationId = "listTrail", summary = "Everything that was done, the newest first", description = "For an admin.")
    public Listed<LineView> list(@QueryParam("who") @Parameter(description = "A username.") @Nullable String who,
            @QueryParam("act") @Parameter(description = "revision.saved, or revision for all of them.") @Nullable String act,
            @QueryParam("from") @Parameter(description = "Inclusive, with an offset.") @Nullable String from,
            @QueryParam("to") @Parameter(description = "Exclusive, with an offset.") @Nullable String to,
            @QueryParam("story") @Parameter(description = "The id of a story, person or desk.") @Nullable String story,
            @BeanParam Part part) {
        TrailFilter filter = new TrailFilter(who, act, Part.time("from", from), Part.time("to", to), id(story));
        Journal.Part page = journal.list(actor.get(), filter, part.cursor(), part.size());
        return Listed.part(page.lines(), LineView::of, page.next());
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Invalid.of("story", "not-id");
        }
    }
}
