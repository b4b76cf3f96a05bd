package kz.qalam.api.article;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.RevisionTag;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Redaction;
import kz.qalam.core.article.Revision;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.WrittenBy;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Staff;

/** A story's history. */
@Path(Api.PATH + "/articles/{id}/revisions")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class RevisionResource {

    private final CurrentActor actor;
    private final Articles articles;
    private final Staff staff;
    private final Sections sections;
    private final Pictures pictures;

    RevisionResource(CurrentActor actor, Articles articles, Staff staff, Sections sections,
            Pictures pictures) {
        this.actor = actor;
        this.articles = articles;
        this.staff = staff;
        this.sections = sections;
        this.pictures = pictures;
    }

    @GET
    @Operation(operationId = "listRevisions", summary = "The history, newest first", description = "Without the texts.")
    public Listed<RevisionView> list(@PathParam("id") UUID id, @BeanParam Part part) {
        Actor reader = actor.get();
        List<RevisionLine> lines = articles.history(reader, id, part.number(Integer.MAX_VALUE), part.size());
        Map<Integer, Redaction> tombstones = articles.redactions(reader, id);
        Map<UUID, Person> people = staff.people(lines.stream()
                .flatMap(line -> Stream.concat(Stream.of(line.author()), Arrays.stream(line.writers())))
                .collect(Collectors.toSet()));
        int last = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number();
        return Listed.part(lines, line -> RevisionView.of(line, people, tombstones.get(line.number())),
                last > 1 ? last : null);
    }

    @GET
    @Path("{number}")
    @Operation(operationId = "getRevision", summary = "One revision with its text", description = "It never changes, so its ETag is its number for good; only a court or the law takes a text out, and then a tombstone stands in its place.")
    @APIResponse(responseCode = "200", description = "The revision.", content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(responseCode = "304", description = "As ever.")
    public RestResponse<RevisionView> get(@PathParam("id") UUID id, @PathParam("number") int number,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Actor reader = actor.get();
        Revision revision = articles.revision(reader, id, number);
        if (revision.isRedacted()) {
            // Never «as ever»: whoever kept the text learns that it is gone.
            return ResponseBuilder
                    .ok(RevisionView.of(revision, people(revision), articles.redactions(reader, id).get(number)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        ResponseBuilder<RevisionView> answer = RevisionTag.isKnown(known, number)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(RevisionView.of(revision, people(revision), null));
        return answer.header(HttpHeaders.ETAG, RevisionTag.of(number))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private Map<UUID, Person> people(Revision revision) {
        return staff.people(
                Stream.concat(Stream.of(revision.author()), revision.writers().stream()).collect(Collectors.toSet()));
    }

    @GET
    @Path("{number}/changes")
    @Operation(operationId = "getChanges", summary = "What changed up to this revision", description = "Field by field and block by block, word by word within them; a moved block is a move.")
    @APIResponse(responseCode = "200", description = "The difference.", content = @Content(schema = @Schema(ref = "Changes")))
    public JsonNode changes(@PathParam("id") UUID id, @PathParam("number") int number,
            @QueryParam("since") @Parameter(description = "The older revision; left out, the one before.", schema = @Schema(type = SchemaType.INTEGER)) @Nullable String since) {
        Actor reader = actor.get();
        int older = since == null || since.isEmpty()
                ? Math.max(1, number - 1)
                : Part.number("since", since, "not-number", 1, Integer.MAX_VALUE);
        return articles.changes(reader, id, older, number).json();
    }

    @GET
    @Path("{number}/ninjs")
    @Operation(operationId = "getNinjs", summary = "One revision as ninjs, the news industry's JSON", description = "As IPTC's ninjs 2.3 has it. `pubstatus` is `usable` for exactly what readers have now.")
    @APIResponse(responseCode = "200", description = "The news item.", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<JsonNode> ninjs(@PathParam("id") UUID id, @PathParam("number") int number,
            @Context UriInfo uri) {
        Actor reader = actor.get();
        Revision revision = articles.revision(reader, id, number);
        Copy copy = revision.copy();
        Section section = sections.all().stream().filter(one -> one.means(copy.section())).findFirst().orElse(null);
        String address = uri.getBaseUri().resolve(Api.PATH + "/pictures/").toString();
        return ResponseBuilder
                .ok(Ninjs.of(revision, articles.stood(reader, id).standing(), section, pictures.shown(copy), address))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    @GET
    @Path("{number}/authorship")
    @Operation(operationId = "getAuthorship", summary = "Who wrote which passage", description = "Word by word. A passage's `source` is an index into `revisions`, oldest first; at most 60 are looked at, and what is older counts as the oldest's.")
    @APIResponse(responseCode = "200", description = "The passages.", content = @Content(schema = @Schema(ref = "Authorship")))
    public JsonNode authorship(@PathParam("id") UUID id, @PathParam("number") int number) {
        WrittenBy written = articles.writtenBy(actor.get(), id, number);
        ObjectNode json = (ObjectNode) written.authorship().json();
        ArrayNode revisions = json.putArray("revisions");
        for (int i = 0; i < written.revisions().size(); i++) {
            revisions.addObject().put("number", written.revisions().get(i).number()).put("author",
                    written.writer(i).name());
        }
        return json;
    }
}
