package kz.qalam.admin.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Asked;
import kz.qalam.admin.ui.Ids;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.api.problem.Statuses;
import kz.qalam.core.darkroom.Format;
import kz.qalam.core.darkroom.Negative;
import kz.qalam.core.media.LicenceTerm;
import kz.qalam.core.media.PictureFile;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.media.Picturing;
import kz.qalam.core.media.Rendition;
import kz.qalam.core.media.Taken;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** Pictures: found, brought, cut and described. The writing page's own script asks here too, and gets short answers. */
@Path("pictures")
@Authenticated
@Blocking
class PictureLibrary {

    private static final int A_PAGE = 24;

    private final Visitor visitor;
    private final Picturing picturing;
    private final Pictures pictures;
    private final Staff staff;
    private final Clock clock;

    PictureLibrary(Visitor visitor, Picturing picturing, Pictures pictures, Staff staff, Clock clock) {
        this.staff = staff;
        this.visitor = visitor;
        this.picturing = picturing;
        this.pictures = pictures;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pictures")
    static class Templates {
        static native TemplateInstance library(Library library);

        static native TemplateInstance picture(Sheet sheet);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("q") @Nullable String words,
            @QueryParam("licence") @Nullable String licence, @QueryParam("cursor") @Nullable String cursor) {
        return Templates.library(library(Asked.blank(words), Asked.choice(LicenceTerm.values(), licence),
                Asked.blank(cursor), List.of()));
    }

    private Library library(@Nullable String words, @Nullable LicenceTerm term, @Nullable String cursor,
            List<String> problems) {
        Actor actor = visitor.actor();
        return new Library(pictures.list(actor, words, term, cursor, A_PAGE), words, term, desks(actor), problems);
    }

    /** Where this person may bring pictures; each belongs to one desk, and that desk's editors see it. */
    private List<Desk> desks(Actor actor) {
        return staff.desks().stream().filter(desk -> !desk.closed())
                .filter(desk -> actor.is(Role.AUTHOR, desk.id()) || actor.is(Role.EDITOR, desk.id())).toList();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(@RestForm("picture") @Nullable FileUpload file, @RestForm("desk") @Nullable String desk)
            throws IOException {
        try {
            if (file == null) {
                throw new UnreadablePicture(UnreadablePicture.Reason.EMPTY);
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file.uploadedFile())) {
                bytes = in.readNBytes(Negative.MOST_BYTES + 1);
            }
            Taken taken = picturing.take(visitor.actor(), bytes, file.fileName(),
                    desk == null || desk.isBlank() ? null : known(desk));
            if (visitor.isScript()) {
                PictureFile found = pictures.find(visitor.actor(), taken.picture());
                return Response.ok(Map.of("id", taken.picture(), "version", taken.version(), "known", taken.known(),
                        "alt", found.newest().alt()), MediaType.APPLICATION_JSON_TYPE).build();
            }
            return Answers.go("/pictures/" + taken.picture(),
                    taken.known() ? Told.PICTURE_KNOWN : Told.PICTURE_TAKEN);
        } catch (UnreadablePicture refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.library(
                    library(null, null, null, Answers.problems(refusal, visitor.tongue().locale()))));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance picture(@PathParam("id") String id) {
        PictureFile file = pictures.find(visitor.actor(), known(id));
        return Templates.picture(sheet(file, VersionForm.of(file.newest()), List.of()));
    }

    private Sheet sheet(PictureFile file, VersionForm shown, List<String> problems) {
        return new Sheet(file, shown, pictures.uses(visitor.actor(), file.id()),
                file.newest().hasEnded(clock.instant()), desks(visitor.actor()), problems, null);
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response describe(@PathParam("id") String id, @RestForm("desk") @Nullable String desk,
            @BeanParam VersionForm form) {
        UUID picture = known(id);
        try {
            Taken said = picturing.describe(visitor.actor(), picture, form.base, form.description(),
                    desk == null || desk.isBlank() ? null : known(desk));
            return Answers.go("/pictures/" + said.picture(), Told.SAVED);
        } catch (VersionMoved refusal) {
            PictureFile file = pictures.find(visitor.actor(), picture);
            form.base = file.newest().number();
            Locale locale = visitor.tongue().locale();
            return Answers.page(Statuses.of(refusal), Templates.picture(sheet(file, form,
                    List.of(refusal.detail(locale), refusal.wayForward(locale)))
                    .beside(VersionForm.of(file.newest()))));
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.picture(sheet(
                    pictures.find(visitor.actor(), picture), form,
                    Answers.problems(refusal, visitor.tongue().locale()))));
        }
    }

    @GET
    @Path("{id}/versions/{version}/renditions/{width}")
    public Response rendition(@PathParam("id") String id, @PathParam("version") String version,
            @PathParam("width") String width, @QueryParam("shape") @Nullable String shape) {
        Rendition rendition = pictures.rendition(visitor.actor(), known(id), number(version), "wide".equals(shape),
                number(width), Format.WEBP);
        return Response.ok(rendition.bytes(), Format.WEBP.mediaType())
                .header("Cache-Control", "private, max-age=86400, immutable").header("Vary", "Cookie").build();
    }

    private static UUID known(String text) {
        UUID id = Ids.said(text);
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotFound();
        }
    }
}
