package kz.qalam.admin.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Sectioning;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.admin.writing.Sheet.Beside;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The writing page: a new story, or the current revision of one. */
@Path("stories")
@Authenticated
@Blocking
class Writing {

    private static final int STALE = 412;

    private final Visitor visitor;
    private final Articles articles;
    private final Drafting drafting;
    private final Sectioning sections;
    private final Staff staff;

    Writing(Visitor visitor, Articles articles, Drafting drafting, Sectioning sections, Staff staff) {
        this.visitor = visitor;
        this.articles = articles;
        this.drafting = drafting;
        this.sections = sections;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "writing")
    static class Templates {
        static native TemplateInstance writing(Sheet sheet);

        static native TemplateInstance conflict(Conflict conflict);

        private Templates() {
        }
    }

    @GET
    @Path("new")
    TemplateInstance blank() {
        if (ownDesks().isEmpty()) {
            throw new NotPermitted();
        }
        return Templates.writing(sheet(null, Copy.draft(""), 0, UUID.randomUUID().toString(), List.of(), null));
    }

    @GET
    @Path("{id}")
    Response open(@BeanParam StoryId id) {
        Story story = articles.find(visitor.actor(), id.value());
        Response.ResponseBuilder answer = Response.ok(
                Templates.writing(
                        sheet(story, story.revision().copy(), story.revision().number(), "", List.of(), null)));
        if (visitor.isScript()) {
            // After the first save of a new story the page has got an address
            answer.header("HX-Replace-Url", "/stories/" + story.id());
        }
        return answer.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response start(@BeanParam CopyForm form) {
        Copy copy = form.typed();
        String request = requireNonNullElse(form.request, UUID.randomUUID().toString());
        try {
            Written written = drafting.start(visitor.actor(), copy.checked(), form.desk(), request);
            return saved(written, form);
        } catch (Invalid | TooLarge refusal) {
            return refused(sheet(null, copy, 0, request, problems(refusal), null));
        }
    }

    @POST
    @Path("{id}/copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response save(@BeanParam StoryId id, @BeanParam CopyForm form) {
        Actor actor = visitor.actor();
        Copy copy = form.typed();
        try {
            return saved(drafting.save(actor, id.value(), form.expected, copy.checked()), form);
        } catch (StaleRevision stale) {
            return conflict(actor, articles.find(actor, id.value()), stale.expected(), copy);
        } catch (Invalid | TooLarge refusal) {
            Story story = articles.find(actor, id.value());
            return refused(sheet(story, copy, form.expected, "", problems(refusal), null));
        }
    }

    /** After two people wrote at once: goes on from one of the two texts and keeps the other in sight. Saves nothing. */
    @POST
    @Path("{id}/continuation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    TemplateInstance goOn(@BeanParam StoryId id, @FormParam("copy") String json,
            @FormParam("from") @Nullable String from) {
        Story story = articles.find(visitor.actor(), id.value());
        Copy mine = Copy.read(json.getBytes(UTF_8));
        Copy theirs = story.revision().copy();
        int current = story.revision().number();
        boolean fromMine = "mine".equals(from);
        return Templates.writing(sheet(story, fromMine ? mine : theirs, current, "", List.of(),
                new Beside(fromMine ? theirs : mine, !fromMine, current)));
    }

    private Response saved(Written written, CopyForm form) {
        String story = "/stories/" + written.article();
        if ("submission".equals(form.then)) {
            return Answers.go(story + "/submission");
        }
        return visitor.isScript()
                ? Answers.go(story)
                : Answers.go(story, written.changed() ? Told.SAVED : Told.NOTHING_CHANGED);
    }

    private Response conflict(Actor actor, Story story, int base, Copy mine) {
        Copy common = articles.revision(actor, story.id(), base).copy();
        return Answers.page(STALE, Templates.conflict(new Conflict(story, base, mine,
                Difference.between(common, story.revision().copy()), Difference.between(common, mine))));
    }

    private static Response refused(Sheet sheet) {
        return Answers.page(Answers.UNPROCESSABLE, Templates.writing(sheet));
    }

    private List<String> problems(Refusal refusal) {
        return Answers.problems(refusal, visitor.tongue().locale());
    }

    private Sheet sheet(@Nullable Story story, Copy copy, int expected, String request, List<String> problems,
            @Nullable Beside beside) {
        return new Sheet(story, copy, expected, request, sections.names(), story == null ? ownDesks() : List.of(),
                problems,
                beside);
    }

    /** Where this person may start a story. */
    private List<Desk> ownDesks() {
        Actor actor = visitor.actor();
        return staff.desks().stream()
                .filter(desk -> actor.is(Role.AUTHOR, desk.id()) || actor.is(Role.EDITOR, desk.id()))
                .toList();
    }
}
