package kz.qalam.api.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.RevisionTag;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.api.staff.Desks;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Standing;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.article.StoryPage;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Language;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;

/** Stories: starting, listing, reading. */
@Path(Api.PATH + "/articles")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ArticleResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Drafting drafting;
    private final Desks desks;

    ArticleResource(CurrentActor actor, Articles articles, Drafting drafting, Desks desks) {
        this.actor = actor;
        this.articles = articles;
        this.drafting = drafting;
        this.desks = desks;
    }

    @GET
    @Operation(operationId = "listArticles", summary = "What I may see, newest change first; with q, the nearest first")
    public Listed<ArticleLine> list(
            @QueryParam("stage") @Parameter(schema = @Schema(implementation = Stage.class)) @Nullable String stage,
            @QueryParam("desk") @Parameter(description = "A desk's id or slug.") @Nullable String desk,
            @QueryParam("section") @Parameter(description = "A section's slug.") @Nullable String section,
            @QueryParam("author") @Parameter(description = "A username, or a name as colleagues read it.") @Nullable String author,
            @QueryParam("q") @Parameter(description = "Words looked for in the whole text, every one of them, in any form; at most 200 characters. What has them in the headline comes first, then in the lead, then in the text, then words that were perhaps meant.") @Nullable String words,
            @QueryParam("tag") @Parameter(description = "A tag as the story has it.") @Nullable String tag,
            @QueryParam("language") @Parameter(schema = @Schema(enumeration = {"kk",
                    "ru"}), description = "That they are written in.") @Nullable String language,
            @QueryParam("outlook") @Parameter(schema = @Schema(implementation = StoryFilter.Outlook.class)) @Nullable String outlook,
            @QueryParam("since") @Parameter(description = "Changed at this time or later, with an offset.") @Nullable String since,
            @QueryParam("before") @Parameter(description = "Changed before this time, with an offset.") @Nullable String before,
            @QueryParam("order") @Parameter(schema = @Schema(implementation = StoryFilter.Order.class), description = "NEWEST unless said otherwise.") @Nullable String order,
            @BeanParam Part part) {
        Actor reader = actor.get();
        Optional<UUID> at = desk == null || desk.isEmpty() ? Optional.empty() : desks.find(desk);
        if (at.isEmpty() && desk != null && !desk.isEmpty()) {
            return new Listed<>(List.of(), null);
        }
        StoryFilter filter = new StoryFilter(Part.choice("stage", Stage.values(), stage), at.orElse(null), section,
                author,
                words, tag, language(language), Part.choice("outlook", StoryFilter.Outlook.values(), outlook),
                Part.time("since", since),
                Part.time("before", before), order == null || order.isEmpty()
                        ? StoryFilter.Order.NEWEST
                        : requireNonNull(Part.choice("order", StoryFilter.Order.values(), order)));
        StoryPage page = articles.list(reader, filter, part.cursor(), part.size());
        return Listed.part(page.lines(), ArticleLine::of, page.next());
    }

    private static @Nullable Language language(@Nullable String named) {
        return named == null || named.isEmpty()
                ? null
                : Language.named(named).orElseThrow(() -> Invalid.of("language", "unknown-value", "kk, ru"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createArticle", summary = "Start a story", description = "With its first revision. The same Idempotency-Key again answers 200 with the story that was started first.")
    @APIResponse(responseCode = "201", description = "Started.", headers = {
            @Header(name = "Location", schema = @Schema(implementation = URI.class)),
            @Header(name = "ETag", schema = @Schema(implementation = String.class))}, content = @Content(schema = @Schema(implementation = StandingView.class)))
    @APIResponse(responseCode = "200", description = "Started before, with the same key and the same text.", content = @Content(schema = @Schema(implementation = StandingView.class)))
    public RestResponse<StandingView> create(NewArticle input,
            @HeaderParam("Idempotency-Key") @Parameter(description = "What the client calls this request, at most 100 characters: a retry makes no second story.") @Nullable String key) {
        Actor writer = actor.get();
        Written started = start(writer, input, key);
        return ResponseBuilder.<StandingView>create(started.changed() ? 201 : 200)
                .location(URI.create(Api.PATH + "/articles/" + started.article()))
                .header(HttpHeaders.ETAG, RevisionTag.of(started.revision()))
                .entity(StandingView.of(articles.stood(writer, started.article()), actor.tongue())).build();
    }

    private Written start(Actor writer, NewArticle input, @Nullable String key) {
        try {
            return drafting.start(writer, input.copy(), desks.named(input.desk()), key);
        } catch (Invalid e) {
            // core names places in the copy, which stands in an envelope here; a header has no place
            throw e.problems().get(0).pointer().startsWith("/") ? e.under("/copy") : e;
        }
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getArticle", summary = "A story with its current text", description = "The ETag is the number of the revision, for the If-Match of the next save. If-None-Match is answered with 304 only while nothing has been done with the story since that revision was saved, and it has neither gone out since nor waits to: author, stage, end and what is planned are no part of the tag.")
    @APIResponse(responseCode = "200", description = "The story.", headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)), content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since.")
    public RestResponse<ArticleView> get(@PathParam("id") UUID id,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Actor reader = actor.get();
        Story story = articles.find(reader, id);
        int revision = story.revision().number();
        ResponseBuilder<ArticleView> answer = RevisionTag.isKnown(known, revision) && isUntouched(reader, story)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(ArticleView.of(story, actor.tongue()));
        return answer.header(HttpHeaders.ETAG, RevisionTag.of(revision))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    /** Whether the story stands as the save of its current revision left it. */
    private boolean isUntouched(Actor reader, Story story) {
        Standing.Live live = story.standing().live();
        boolean before = live != null && live.since().isBefore(story.revision().writtenAt());
        return story.standing().planned().isEmpty() && (before || !story.standing().released())
                && articles.isAsSaved(reader, story.id(), story.revision().number());
    }
}
