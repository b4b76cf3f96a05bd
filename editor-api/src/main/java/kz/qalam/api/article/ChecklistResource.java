package kz.qalam.api.article;

import java.util.List;
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

/** What the desk asks of a text before it is submitted. */
@Path(Api.PATH + "/articles/{id}/checklist")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ChecklistResource {

    private final CurrentActor actor;
    private final Articles articles;

    ChecklistResource(CurrentActor actor, Articles articles) {
        this.actor = actor;
        this.articles = articles;
    }

    @Schema(name = "Checklist", description = "How the current revision answers what its desk asks for.")
    record ChecklistView(@Schema(description = "Whether it can be submitted.") boolean complete,
            List<ItemView> items) {}

    @Schema(name = "ChecklistItem")
    record ItemView(String name, @Schema(description = "False: it is only advised.") boolean required, boolean done) {}

    @GET
    @Operation(operationId = "getChecklist", summary = "What the desk asks for, and what is there")
    public ChecklistView get(@PathParam("id") UUID id) {
        Checklist checklist = articles.find(actor.get(), id).checklist();
        return new ChecklistView(checklist.missing().isEmpty(), checklist.items().stream()
                .map(item -> new ItemView(item.name(), item.required(), item.done())).toList());
    }
}
