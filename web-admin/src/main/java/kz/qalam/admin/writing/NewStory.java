package kz.qalam.admin.writing;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Sectioning;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The writing page of a story that is not there yet: its first save starts it. */
@Path("stories/new")
@Authenticated
@Blocking
class NewStory {

    private final Visitor visitor;
    private final Drafting drafting;
    private final Sectioning sections;
    private final Staff staff;

    NewStory(Visitor visitor, Drafting drafting, Sectioning sections, Staff staff) {
        this.visitor = visitor;
        this.drafting = drafting;
        this.sections = sections;
        this.staff = staff;
    }

    @GET
    public TemplateInstance blank() {
        if (!visitor.isWriter()) {
            throw new NotPermitted();
        }
        return Writing.Templates.writing(sheet(Copy.draft(""), UUID.randomUUID().toString(), List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@BeanParam CopyForm form) {
        Copy copy = form.typed();
        String request = requireNonNullElse(form.request, UUID.randomUUID().toString());
        try {
            Written written = drafting.start(visitor.actor(), copy.checked(), form.desk(), request);
            String story = "/stories/" + written.article();
            return visitor.isScript() ? Answers.go(story) : Answers.go(story, Told.SAVED);
        } catch (Invalid | TooLarge refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Writing.Templates.writing(
                    sheet(copy, request, Answers.problems(refusal, visitor.tongue().locale()))));
        }
    }

    private Sheet sheet(Copy copy, String request, List<String> problems) {
        Actor actor = visitor.actor();
        List<Desk> own = staff.desks().stream()
                .filter(desk -> actor.is(Role.AUTHOR, desk.id()) || actor.is(Role.EDITOR, desk.id())).toList();
        return new Sheet(null, copy, 0, request, sections.names(), own, null, problems, null);
    }
}
