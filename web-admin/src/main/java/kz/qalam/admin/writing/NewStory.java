package kz.qalam.admin.writing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Sectioning;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.admin.writing.Sheet.Window;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Kept;
import kz.qalam.core.article.WorkingText;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
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
    private final Writing writing;
    private final Articles articles;
    private final Drafting drafting;
    private final Keeping keeping;
    private final Sectioning sections;
    private final Staff staff;

    NewStory(Visitor visitor, Writing writing, Articles articles, Drafting drafting, Keeping keeping,
            Sectioning sections, Staff staff) {
        this.visitor = visitor;
        this.writing = writing;
        this.articles = articles;
        this.drafting = drafting;
        this.keeping = keeping;
        this.sections = sections;
        this.staff = staff;
    }

    @GET
    public TemplateInstance blank() {
        if (!visitor.isWriter()) {
            throw new NotPermitted();
        }
        return Writing.Templates
                .writing(sheet(Copy.draft(""), UUID.randomUUID().toString(), Window.opened(), null, List.of())
                        .with(keeping.of(visitor.actor(), null), List.of(), null));
    }

    /** Keeps what stands in the window of a story that was never saved. */
    @POST
    @Path("working-text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public void keep(@BeanParam CopyForm form) {
        keeping.keep(visitor.actor(), null, Unsaved.window(form), requireNonNull(form.kept()).counter(), 0,
                null, form.typed(), form.desk());
    }

    @GET
    @Path("working-texts")
    public TemplateInstance list() {
        return Unsaved.Templates.unsaved(keeping.of(visitor.actor(), null), "/stories/new");
    }

    @GET
    @Path("working-texts/{window}")
    public TemplateInstance look(@PathParam("window") UUID window) {
        return Writing.Templates.leftBehind(new LeftBehind(keeping.find(visitor.actor(), null, window)));
    }

    /** To what was left unsaved: a browser without script comes here when its log-in had run out. */
    @GET
    @Path("continuation")
    public Response comeBack() {
        return Answers.go("/stories/new/working-texts");
    }

    /**
     * Goes on from a text that was left unsaved. Saves nothing. What was gone on from before, and only its answer was lost,
     * stands in the list of those that are left.
     */
    @POST
    @Path("continuation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn(@BeanParam CopyForm form) {
        WorkingText left;
        try {
            left = keeping.find(visitor.actor(), null, Unsaved.window(form));
        } catch (NotFound gone) {
            return Answers.go("/stories/new");
        }
        Window window = Window.onwards();
        keeping.moveOn(visitor.actor(), null, new Kept(left.window(), left.counter()), window.id(), 0, left.copy());
        return Writing
                .shown(sheet(left.copy(), UUID.randomUUID().toString(), window, left.desk(), List.of()));
    }

    @POST
    @Path("working-texts/{window}/disposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("window") UUID window, @BeanParam CopyForm form) {
        if (visitor.isScript()) {
            keeping.drop(visitor.actor(), null, new Kept(window, form.counter()));
            return Response.noContent().build();
        }
        keeping.discard(visitor.actor(), null, window);
        return Answers.go("/stories/new", Told.DISCARDED);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@BeanParam CopyForm form) {
        String request = requireNonNullElse(form.request, UUID.randomUUID().toString());
        Optional<UUID> started = articles.started(visitor.actor(), request);
        if (started.isPresent()) {
            // The answer to its first save was lost: what is typed since goes over what stands
            form.expected = 1;
            return writing.save(started.get(), form);
        }
        Copy copy = form.typed();
        try {
            return writing.saved(drafting.start(visitor.actor(), copy.checked(), form.desk(), request, form.kept()),
                    form);
        } catch (Invalid | TooLarge refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Writing.Templates.writing(
                    sheet(copy, request, window(form), form.desk(),
                            Answers.problems(refusal, visitor.tongue().locale()))));
        }
    }

    private static Window window(CopyForm form) {
        Kept kept = form.kept();
        return kept == null ? Window.opened() : new Window(kept.window(), kept.counter());
    }

    private Sheet sheet(Copy copy, String request, Window window, @Nullable UUID chosen, List<String> problems) {
        Actor actor = visitor.actor();
        List<Desk> own = staff.desks().stream()
                .filter(desk -> !desk.closed())
                .filter(desk -> actor.is(Role.AUTHOR, desk.id()) || actor.is(Role.EDITOR, desk.id())).toList();
        return new Sheet(null, copy, 0, null, request, actor.person(), window,
                sections.choices(copy.section()), own, chosen, null, problems,
                null, List.of(), List.of(), null);
    }
}
