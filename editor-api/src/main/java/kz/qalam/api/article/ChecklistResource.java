package kz.qalam.api.article;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.GET;
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
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Checklist;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Marked;
import kz.qalam.core.refusal.Unsettled;
import kz.qalam.core.review.Stets;

/** What the desk asks of a text before it is submitted. */
@Path(Api.PATH + "/articles/{id}/checklist")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ChecklistResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Stets stets;

    ChecklistResource(CurrentActor actor, Articles articles, Stets stets) {
        this.stets = stets;
        this.actor = actor;
        this.articles = articles;
    }

    @Schema(name = "Checklist", description = "How the current revision answers what its desk asks for.")
    record ChecklistView(@Schema(description = "Whether it can be submitted.") boolean complete,
            List<ItemView> items,
            @Schema(description = "What the desk wants settled and is not; at most 100.") List<UnsettledView> unsettled) {}

    @Schema(name = "UnsettledFinding", description = "start and end are UTF-16 units of what the block reads as.")
    record UnsettledView(
            @Schema(description = "/headline, /lead, /picture/caption or the block: /body/content/3.") String pointer,
            int start, int end, String kind, @Schema(description = "The key of its text; stable.") String message) {

        static UnsettledView of(Marked marked) {
            return new UnsettledView(marked.pointer(), marked.finding().start(), marked.finding().end(),
                    marked.finding().kind().name().toLowerCase(Locale.ROOT), marked.finding().message());
        }
    }

    @Schema(name = "ChecklistItem")
    record ItemView(String name, @Schema(description = "False: it is only advised.") boolean required, boolean done) {}

    @GET
    @Operation(operationId = "getChecklist", summary = "What the desk asks for, and what is there")
    public ChecklistView get(@PathParam("id") UUID id) {
        Story story = articles.find(actor.get(), id);
        Checklist checklist = story.checklist();
        List<Marked> unsettled = stets.unsettled(id, story.desk(), story.revision().copy());
        return new ChecklistView(checklist.missing().isEmpty() && unsettled.isEmpty(), checklist.items().stream()
                .map(item -> new ItemView(item.name(), item.required(), item.done())).toList(),
                unsettled.stream().limit(Unsettled.MOST).map(UnsettledView::of).toList());
    }
}
