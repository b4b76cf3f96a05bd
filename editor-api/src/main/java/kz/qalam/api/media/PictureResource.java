package kz.qalam.api.media;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
import kz.qalam.api.problem.Fault;
import kz.qalam.api.problem.RequestRefused;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.api.staff.Desks;
import kz.qalam.core.darkroom.Format;
import kz.qalam.core.darkroom.Negative;
import kz.qalam.core.media.LicenceTerm;
import kz.qalam.core.media.PicturePage;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.media.Picturing;
import kz.qalam.core.media.Rendition;
import kz.qalam.core.media.Taken;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** Pictures: bringing, describing, finding them. */
@Path(Api.PATH + "/pictures")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pictures")
class PictureResource {

    private final CurrentActor actor;
    private final Picturing picturing;
    private final Pictures pictures;
    private final Desks desks;

    PictureResource(CurrentActor actor, Picturing picturing, Pictures pictures, Desks desks) {
        this.actor = actor;
        this.picturing = picturing;
        this.pictures = pictures;
        this.desks = desks;
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "takePicture", summary = "Bring a picture", description = "The body is the file's bytes: JPEG, PNG or WebP, at most 20 MB and 50 megapixels. It is judged by its bytes, whatever the header says. The same bytes again are the same picture to whoever may see it; to all others they are one of their own.")
    @RequestBody(content = {@Content(mediaType = "image/jpeg"), @Content(mediaType = "image/png"),
            @Content(mediaType = "image/webp")}, required = true)
    @APIResponse(responseCode = "201", description = "Taken, with its first version.", headers = @Header(name = "Location", schema = @Schema(implementation = String.class)), content = @Content(schema = @Schema(implementation = PictureView.class)))
    @APIResponse(responseCode = "200", description = "These very bytes are a picture already that I may see.", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public RestResponse<PictureView> take(InputStream body,
            @HeaderParam("Qalam-File-Name") @Parameter(description = "The file's name, percent-encoded.") @Nullable String fileName,
            @QueryParam("desk") @Parameter(description = "A desk's id or slug; left out, the first at which they are author or editor.") @Nullable String desk)
            throws IOException {
        Actor who = actor.get();
        UUID at = who.deskFor(desks.named(desk), Role.AUTHOR, Role.EDITOR);
        Taken taken = picturing.take(who, body.readNBytes(Negative.MOST_BYTES + 1),
                decoded(requireNonNullElse(fileName, "")), at);
        ResponseBuilder<PictureView> answer = ResponseBuilder.create(taken.known() ? 200 : 201);
        return answer.location(URI.create(Api.PATH + "/pictures/" + taken.picture()))
                .entity(PictureView.of(pictures.find(who, taken.picture()))).build();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(Fault.MALFORMED);
        }
    }

    @GET
    @Operation(operationId = "listPictures", summary = "The pictures that this person may see, newest first", description = "Narrowed by licences: ENDED, the last first; ENDING within 30 days, the next first.")
    public Listed<PictureLineView> list(
            @QueryParam("q") @Parameter(description = "Words of the alternative text, credit or file name.") @Nullable String words,
            @QueryParam("licence") @Parameter(schema = @Schema(implementation = LicenceTerm.class)) @Nullable String licence,
            @BeanParam Part part) {
        PicturePage page = pictures.list(actor.get(), words,
                Part.choice("licence", LicenceTerm.values(), licence), part.cursor(), part.size());
        return Listed.part(page.lines(), PictureLineView::of, page.next());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPicture", summary = "A picture with its versions")
    public PictureView get(@PathParam("id") UUID id) {
        return PictureView.of(pictures.find(actor.get(), id));
    }

    @GET
    @Path("{id}/uses")
    @Operation(operationId = "listPictureUses", summary = "The stories that show it, of those that this person may read")
    public Listed<UseView> uses(@PathParam("id") UUID id) {
        return Listed.all(pictures.uses(actor.get(), id), UseView::of);
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describePicture", summary = "Say anew what is to be known of a picture", description = "A new version. Stories go on showing the versions that they name. Of a picture that I neither brought nor edit or review at its desk it becomes one of my own, with another id.")
    @APIResponse(responseCode = "201", description = "The picture, with its new version first.", content = @Content(schema = @Schema(implementation = PictureView.class)))
    public RestResponse<PictureView> describe(@PathParam("id") UUID id,
            @QueryParam("desk") @Parameter(description = "Where it becomes a picture of their own: a desk's id or slug; left out, their first.") @Nullable String desk,
            VersionInput input) {
        Taken said = picturing.describe(actor.get(), id, input.base(), input.description(), desks.named(desk));
        return ResponseBuilder
                .create(RestResponse.Status.CREATED, PictureView.of(pictures.find(actor.get(), said.picture())))
                .build();
    }

    @GET
    @Path("{id}/versions/{version}/renditions/{width}")
    @Produces({"image/webp", "image/jpeg"})
    @Operation(operationId = "getRendition", summary = "A finished file of a version: the narrowest that is at least so wide, or the widest")
    @APIResponse(responseCode = "200", description = "WebP, or JPEG where it is asked for.", content = {
            @Content(mediaType = "image/webp"), @Content(mediaType = "image/jpeg")})
    public Response rendition(@PathParam("id") UUID id, @PathParam("version") String version,
            @PathParam("width") String width,
            @QueryParam("shape") @Parameter(description = "`wide`: what lists show; left out, what the story shows.") @Nullable String shape,
            @QueryParam("format") @Parameter(description = "`jpeg`, or WebP.") @Nullable String format) {
        Format wanted = "jpeg".equals(format) ? Format.JPEG : Format.WEBP;
        Rendition rendition = pictures.rendition(actor.get(), id, number(version), "wide".equals(shape), number(width),
                wanted);
        return Response.ok(rendition.bytes(), wanted.mediaType())
                .header("ETag", '"' + rendition.digest() + '"')
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Vary", "Authorization, Cookie").build();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotFound();
        }
    }
}
