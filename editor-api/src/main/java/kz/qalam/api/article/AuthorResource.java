package kz.qalam.api.article;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Input;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.api.staff.PersonView;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.staff.Actor;

/** Whose story it is. */
@Path(Api.PATH + "/articles/{id}/author")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class AuthorResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Drafting drafting;

    AuthorResource(CurrentActor actor, Articles articles, Drafting drafting) {
        this.actor = actor;
        this.articles = articles;
        this.drafting = drafting;
    }

    @Schema(name = "Author")
    record AuthorView(@Schema(description = "Null while the story is nobody's.") @Nullable PersonView author,
            @Schema(description = "To whom it may be handed over: the authors of its desk.") List<PersonView> heirs) {}

    @Schema(name = "AuthorInput", requiredProperties = "author")
    record AuthorInput(@Schema(description = "To whom; an author of the story's desk.") UUID author,
            @Schema(description = "Whose the caller believes it to be; left out for a story that is nobody's.") @Nullable UUID from)
            implements
                Input {}

    @GET
    @Operation(operationId = "getAuthor", summary = "Whose story it is, and whose it may be", description = "For whoever may hand it over: its author, and the editors of its desk.")
    public AuthorView get(@PathParam("id") UUID id) {
        Actor asker = actor.get();
        List<PersonView> heirs = articles.heirs(asker, id).stream().map(PersonView::of).toList();
        return new AuthorView(PersonView.orNobody(articles.find(asker, id).author()), heirs);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "handOver", summary = "Hand a story over to another author of its desk", description = "Its author's act, or an editor's. Who wrote it stays who wrote it. The same again changes nothing; if it was handed to someone else meanwhile, this is refused.")
    public void handOver(@PathParam("id") UUID id, AuthorInput input) {
        drafting.handOver(actor.get(), id, input.from(), input.author());
    }
}
