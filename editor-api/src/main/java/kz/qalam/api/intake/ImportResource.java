package kz.qalam.api.intake;

import static java.util.Objects.requireNonNullElse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import kz.qalam.api.problem.Fault;
import kz.qalam.api.problem.Problems;
import kz.qalam.api.problem.RequestRefused;
import kz.qalam.api.problem.Tongues;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.api.staff.Desks;
import kz.qalam.core.intake.Importing;
import kz.qalam.core.intake.Incoming;
import kz.qalam.core.intake.Intake;
import kz.qalam.core.refusal.Busy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/** Documents from outside. */
@Path(Api.PATH + "/imports")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Intake")
class ImportResource {

    /** Named without a value, which some clients send for «yes»: a dry run must never write. */
    private static final Pattern DRY = Pattern.compile("(^|&)dryRun(&|$)");

    private final CurrentActor actor;
    private final Importing importing;
    private final Desks desks;

    ImportResource(CurrentActor actor, Importing importing, Desks desks) {
        this.actor = actor;
        this.importing = importing;
        this.desks = desks;
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML, MediaType.APPLICATION_XML,
            MediaType.TEXT_XML, "application/rss+xml", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(operationId = "importDocument", summary = "Bring a document in as a draft", description = "An editor's act. The body is the file's bytes: raw text or a page, at most 1 MB. The story is nobody's until an author of the desk works on it. The same bytes again are `known`. An archive of several posts (WordPress WXR), at most 1 MB of it, answers with a list: each post is judged by itself, and one that is refused carries its `problem`.")
    @RequestBody(content = {@Content(mediaType = MediaType.TEXT_PLAIN), @Content(mediaType = MediaType.TEXT_HTML),
            @Content(mediaType = MediaType.APPLICATION_XML)}, required = true)
    @APIResponse(responseCode = "201", description = "Brought in.", headers = @Header(name = "Location", schema = @Schema(implementation = String.class)), content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "200", description = "Known already; or, in a dry run, what was understood. Nothing was written.", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<Object> bring(InputStream body,
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String mediaType,
            @HeaderParam("Qalam-File-Name") @Parameter(description = "The file's name, percent-encoded.") @Nullable String fileName,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language,
            @QueryParam("desk") @Parameter(description = "A desk's id or slug; left out, the first at which they are an editor.") @Nullable String desk,
            @QueryParam("dryRun") @Parameter(description = "Show what is understood, and write nothing.", schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String dryRun,
            @Context UriInfo uri)
            throws IOException {
        Actor editor = actor.get();
        UUID at = editor.deskFor(desks.named(desk), Role.EDITOR);
        boolean dry = isDry(dryRun) || DRY.matcher(requireNonNullElse(uri.getRequestUri().getRawQuery(), "")).find();
        Locale locale = Tongues.asked(language);
        String type = requireNonNullElse(mediaType, "");
        String name = decoded(requireNonNullElse(fileName, ""));
        byte[] bytes = body.readNBytes(Intake.MOST_BYTES + 1);
        Function<Incoming, ImportView> one = document -> dry
                ? ImportView.understood(document, importing.known(editor, document, at), locale)
                : ImportView.kept(document, importing.bring(editor, document, at), locale);
        if (Intake.isArchive(type, name)) {
            List<ImportView> views = all(bytes, name, one, locale);
            return ResponseBuilder.<Object>create(!dry && views.stream().anyMatch(ImportView::isMade) ? 201 : 200)
                    .entity(new Listed<>(views, null)).build();
        }
        ImportView view = one.apply(Intake.read(bytes, type, name));
        if (dry || view.known()) {
            return ResponseBuilder.<Object>create(200).entity(view).build();
        }
        return ResponseBuilder.<Object>create(201).location(URI.create(Api.PATH + "/articles/" + view.id()))
                .entity(view).build();
    }

    /** Each post by itself: one that is refused keeps no other away. */
    private static List<ImportView> all(byte[] bytes, String name, Function<Incoming, ImportView> one, Locale locale)
            throws IOException {
        if (bytes.length > Intake.MOST_BYTES) {
            throw new UnreadableImport(UnreadableImport.Reason.TOO_LARGE);
        }
        List<ImportView> views = new ArrayList<>();
        Intake.readArchive(new ByteArrayInputStream(bytes), name, new Intake.Receiver() {
            @Override
            public void received(Incoming story) {
                try {
                    views.add(one.apply(story));
                } catch (Busy away) {
                    throw away;
                } catch (Refusal why) {
                    refused(story.name(), why);
                }
            }

            @Override
            public void refused(String post, Refusal why) {
                views.add(ImportView.refused(post, Problems.of(why, locale, Problems.reference())));
            }
        });
        return views;
    }

    private static boolean isDry(@Nullable String said) {
        return switch (requireNonNullElse(said, "false")) {
            case "false", "0" -> false;
            case "true", "1", "" -> true;
            default -> throw Invalid.of("dryRun", "not-flag");
        };
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(Fault.MALFORMED);
        }
    }
}
