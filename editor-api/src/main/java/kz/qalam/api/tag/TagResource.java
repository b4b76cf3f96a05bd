package kz.qalam.api.tag;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Input;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.tag.Mention;
import kz.qalam.core.tag.Mentions;
import kz.qalam.core.tag.Tag;
import kz.qalam.core.tag.TagPage;
import kz.qalam.core.tag.Tagging;
import kz.qalam.core.tag.Tags;

/** Tags: what stories are gathered by, whatever each text calls it. */
@Path(Api.PATH + "/tags")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
class TagResource {

    @Schema(name = "Tag", description = "What stories are gathered by.")
    record TagView(UUID id, @Schema(description = "As readers see it.") String name,
            @Schema(description = "Its address: `/tag/slug/`. Null until it is first printed.") @Nullable String slug,
            @Schema(description = "How many live stories carry it.") int stories,
            @Schema(description = "The other names by which texts mean it.") List<String> others) {

        static TagView of(Tag tag) {
            return new TagView(tag.id(), tag.name(), tag.slug(), tag.stories(), tag.others());
        }
    }

    @Schema(name = "Mention", description = "A tag that a text may well carry.")
    record MentionView(String name, @Schema(description = "Whether there is such a tag.") boolean known,
            @Schema(description = "How often the text names it.") int times) {

        static MentionView of(Mention mention) {
            return new MentionView(mention.name(), mention.known(), mention.times());
        }
    }

    @Schema(name = "TagInput", requiredProperties = "name")
    record TagInput(
            @Schema(maxLength = 60, description = "Without a comma.") @Nullable String name) implements Input {}

    @Schema(name = "MergerInput", requiredProperties = "into")
    record MergerInput(@Schema(description = "The tag that stays.") UUID into) implements Input {}

    private final CurrentActor actor;
    private final Tags tags;
    private final Tagging tagging;
    private final Mentions mentions;

    TagResource(CurrentActor actor, Tags tags, Tagging tagging, Mentions mentions) {
        this.actor = actor;
        this.tags = tags;
        this.tagging = tagging;
        this.mentions = mentions;
    }

    @GET
    @Operation(operationId = "listTags", summary = "The tags, by the Kazakh alphabet", description = "What only drafts carry is no tag yet.")
    public Listed<TagView> list(
            @QueryParam("q") @Parameter(description = "Only those one of whose names has this in it.") @Nullable String words,
            @BeanParam Part part) {
        TagPage page = tags.list(words, part.cursor(), part.size());
        return Listed.part(page.tags(), TagView::of, page.next());
    }

    @GET
    @Path("{tag}")
    @Operation(operationId = "getTag", summary = "A tag", description = "Of one that was merged, the one into which it went.")
    public TagView get(@PathParam("tag") UUID tag) {
        return TagView.of(tags.find(tag));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTag", summary = "Start a tag", description = "For editors and publishers of any desk, and admins. Tags also begin by themselves, with the first release that carries them.")
    @APIResponse(responseCode = "201", description = "Started.", headers = @Header(name = "Location", schema = @Schema(implementation = String.class)), content = @Content(schema = @Schema(implementation = TagView.class)))
    public RestResponse<TagView> start(TagInput input) {
        UUID id = tagging.start(actor.get(), requireNonNullElse(input.name(), ""));
        return ResponseBuilder.create(RestResponse.Status.CREATED, TagView.of(tags.find(id)))
                .location(URI.create(Api.PATH + "/tags/" + id)).build();
    }

    @PUT
    @Path("{tag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renameTag", summary = "Give a tag another name", description = "For publishers of any desk, and admins. The address follows; the old one leads there. Texts that carry the old name still mean it.")
    public TagView rename(@PathParam("tag") UUID tag, TagInput input) {
        tagging.rename(actor.get(), tag, requireNonNullElse(input.name(), ""));
        return TagView.of(tags.find(tag));
    }

    @POST
    @Path("{tag}/merger")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeTag", summary = "Make this tag another's", description = "For publishers of any desk, and admins. Its names, addresses and stories become the other's; it cannot be undone. Answers with the tag that stays.")
    public TagView merge(@PathParam("tag") UUID tag, MergerInput input) {
        tagging.merge(actor.get(), tag, input.into());
        return TagView.of(tags.find(input.into()));
    }

    @POST
    @Path("mentions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "findMentions", summary = "The tags that a Kazakh text names, in whatever form", description = "The body is a copy. Nothing of it is kept.")
    public Listed<MentionView> mentions(Copy copy) {
        return Listed.all(mentions.in(copy), MentionView::of);
    }
}
