package kz.qalam.api.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.audit.Entry;

/** Who did what with a story. */
@Path(Api.PATH + "/articles/{id}/trail")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class TrailResource {

    @Schema(name = "TrailEntry", description = "One line of the trail.")
    record EntryView(@Schema(description = "Its place, from 1.") int seq, Instant at,
            @Schema(description = "Null where the newsroom did it by itself.") @Nullable String username,
            @Nullable String name, @Schema(examples = "revision.saved") String act,
            @Schema(description = "Numbers, roles and digests; never a story's text.", implementation = Object.class) JsonNode details) {

        static EntryView of(Entry entry) {
            return new EntryView(entry.seq(), entry.at(), entry.username(), entry.name(), entry.act(),
                    entry.details());
        }
    }

    private final CurrentActor actor;
    private final Articles articles;

    TrailResource(CurrentActor actor, Articles articles) {
        this.actor = actor;
        this.articles = articles;
    }

    @GET
    @Operation(operationId = "getTrail", summary = "Who did what and when, oldest first", description = "Open to whoever may read the story, and to an admin.")
    public Listed<EntryView> list(@PathParam("id") UUID id, @BeanParam Part part) {
        int size = part.size(50);
        List<Entry> entries = articles.trail(actor.get(), id, part.number(0), size + 1);
        List<Entry> read = entries.stream().limit(size).toList();
        return Listed.part(read, EntryView::of, entries.size() > size ? read.get(size - 1).seq() : null);
    }
}
