package kz.qalam.admin.writing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
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
import kz.qalam.admin.writing.Sheet.CameIn;
import kz.qalam.admin.writing.Sheet.Window;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Kept;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.article.Saved;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.review.Note;
import kz.qalam.core.review.Notes;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Staff;

/** The writing page of a story: its current revision, and what is saved over it. */
@Path("stories/{id}")
@Authenticated
@Blocking
class Writing {

    /** What two people who write at once come to, as the API says it too. */
    private static final int CONFLICT = 409;

    /** Where the page's script is to go: what was saved is not what stands on the page. */
    private static final String GO = "Qalam-Go";

    private final Visitor visitor;
    private final Articles articles;
    private final Drafting drafting;
    private final Keeping keeping;
    private final Reviews reviews;
    private final Notes notes;
    private final Sectioning sections;
    private final Staff staff;

    Writing(Visitor visitor, Articles articles, Drafting drafting, Keeping keeping, Reviews reviews,
            Notes notes, Sectioning sections, Staff staff) {
        this.visitor = visitor;
        this.articles = articles;
        this.drafting = drafting;
        this.keeping = keeping;
        this.reviews = reviews;
        this.notes = notes;
        this.sections = sections;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "writing")
    static class Templates {
        static native TemplateInstance writing(Sheet sheet);

        static native TemplateInstance conflict(Conflict conflict);

        static native TemplateInstance leftBehind(LeftBehind left);

        private Templates() {
        }
    }

    /**
     * @param over the revision of others that the last save was brought together with, {@code since} the one before it
     * @param saved the revision that the page's script has just saved: that is what stands on its page, whoever saved since
     */
    @GET
    public Response open(@BeanParam StoryId id, @QueryParam("over") @Nullable Integer over,
            @QueryParam("since") @Nullable Integer since, @QueryParam("saved") @Nullable Integer saved) {
        Actor actor = visitor.actor();
        Story story = articles.find(actor, id.value());
        int current = story.revision().number();
        Sheet sheet = sheet(story, story.revision().copy(),
                saved != null && visitor.isScript() ? Math.min(saved, current) : current, null, Window.opened(),
                List.of(), null);
        Response.ResponseBuilder answer = Response.ok(Templates.writing(sheet.isWritable()
                ? sheet.with(Unsaved.left(keeping, actor, story), open(actor, story), cameIn(actor, story, since, over))
                : sheet));
        if (visitor.isScript()) {
            // After the first save of a new story the page has got an address
            answer.header("HX-Replace-Url", "/stories/" + story.id());
        }
        return answer.build();
    }

    private List<Note> open(Actor actor, Story story) {
        return notes.of(actor, story.id()).stream().filter(Note::isOpen).toList();
    }

    private @Nullable CameIn cameIn(Actor actor, Story story, @Nullable Integer since, @Nullable Integer over) {
        if (since == null || over == null) {
            return null;
        }
        RevisionLine line = articles.history(actor, story.id(), over == Integer.MAX_VALUE ? over : over + 1, 1).stream()
                .findFirst().orElseThrow(NotFound::new);
        Person by = staff.people(Set.of(line.author())).get(line.author());
        return new CameIn(over, by == null ? "" : by.name(), articles.changes(actor, story.id(), since, over));
    }

    /**
     * On to the story. A browser without script stands here when a text was not accepted, and comes back here when its log-in
     * had run out.
     */
    @GET
    @Path("copy")
    public Response comeBack(@BeanParam StoryId id) {
        return Answers.go("/stories/" + articles.find(visitor.actor(), id.value()).id(), Told.NOT_SAVED);
    }

    /** So does one that brought two texts together. */
    @GET
    @Path("continuation")
    public Response comeBackFromTwo(@BeanParam StoryId id) {
        return comeBack(id);
    }

    @POST
    @Path("copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@BeanParam StoryId id, @BeanParam CopyForm form) {
        return save(id.value(), form);
    }

    Response save(UUID id, CopyForm form) {
        Actor actor = visitor.actor();
        Copy copy = form.typed();
        Integer merging = form.merging();
        try {
            if (merging != null) {
                return saved(drafting.merge(actor, id, form.expected, merging, copy.checked(), form.kept()),
                        form);
            }
            Saved saved = drafting.saveMerging(actor, id, form.expected, copy.checked(), form.kept());
            return saved.over() == null ? saved(saved.written(), form) : merged(saved);
        } catch (StaleRevision stale) {
            return conflict(actor, articles.find(actor, id), merging == null ? stale.expected() : merging,
                    copy, form);
        } catch (Invalid | TooLarge refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.writing(sheet(articles.find(actor, id), copy, form.expected, merging,
                            window(form), Answers.problems(refusal, visitor.tongue().locale()), null)));
        }
    }

    /**
     * Goes on from one of two texts, or from both brought together, and keeps in sight what is not in it. Saves nothing. If
     * someone saved after the page was shown, or a collision is not decided, it is shown again.
     */
    @POST
    @Path("continuation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goOn(@BeanParam StoryId id, @BeanParam CopyForm form, @FormParam("base") int base,
            @FormParam("shown") int shown, @FormParam("left") @Nullable String left,
            @FormParam("from") @Nullable String from, MultivaluedMap<String, String> fields) {
        Actor actor = visitor.actor();
        Story story = articles.find(actor, id.value());
        Copy mine = Unsaved.read(form.json);
        Copy theirs = story.revision().copy();
        int current = story.revision().number();
        if (base < 1 || base > current) {
            throw Invalid.of("/base", "out-of-range", 1, current);
        }
        Conflict conflict = Conflict.of(articles, actor, story, base, mine, window(form), moment(left));
        if (shown != current) {
            return Answers.page(CONFLICT, Templates.conflict(conflict.with(Conflict.Again.MOVED)));
        }
        if ("theirs".equals(from)) {
            return shown(sheet(story, theirs, current, null, Window.opened(), List.of(),
                    new Beside(mine, true, current)));
        }
        Integer merging = base < current ? base : null;
        if (merging == null || "mine".equals(from)) {
            return shown(sheet(story, mine, current, merging, onwards(actor, story, form, base, mine), List.of(),
                    merging == null ? null : new Beside(theirs, false, current)));
        }
        Conflict chosen = conflict.chosen(fields);
        if (chosen.undecided() > 0) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.conflict(chosen.with(Conflict.Again.UNDECIDED)));
        }
        Copy settled = Merge.settled(articles.revision(actor, story.id(), base).copy(), mine, theirs,
                chosen.decided());
        return shown(sheet(story, settled, current, merging, onwards(actor, story, form, base, mine), List.of(), null));
    }

    static Response shown(Sheet sheet) {
        return Response.ok(Templates.writing(sheet)).build();
    }

    private static @Nullable Instant moment(@Nullable String left) {
        try {
            return left == null ? null : Instant.parse(left);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    Response saved(Written written, CopyForm form) {
        if (form.isBound()) {
            return Answers.go("/stories/" + written.article() + "/submission");
        }
        String story = "/stories/" + written.article();
        // The page's script says by itself what became of a save
        return visitor.isScript()
                ? Answers.go(story + "?saved=" + written.revision())
                : Answers.go(story, written.changed() ? Told.SAVED : Told.NOTHING_CHANGED);
    }

    /** What others saved meanwhile is in the text now: the page opens anew with it and says so, even before submitting. */
    private Response merged(Saved saved) {
        String story = "/stories/" + saved.written().article() + "?since=" + saved.from() + "&over=" + saved.over();
        return visitor.isScript()
                ? Response.noContent().header(GO, story).build()
                : Answers.go(story, Told.MERGED);
    }

    private Response conflict(Actor actor, Story story, int base, Copy mine, CopyForm form) {
        return Answers.page(CONFLICT, Templates
                .conflict(Conflict.of(articles, actor, story, base, mine, window(form), null)));
    }

    private static Window window(CopyForm form) {
        Kept kept = form.kept();
        return kept == null ? Window.opened() : new Window(kept.window(), kept.counter());
    }

    /** What was kept of the text goes on in the new window, and is cleared by its save. */
    private Window onwards(Actor actor, Story story, CopyForm form, int base, Copy mine) {
        Window window = Window.onwards();
        Kept looked = form.kept();
        if (looked != null) {
            keeping.moveOn(actor, story.id(), looked, window.id(), base, mine);
        }
        return window;
    }

    private Sheet sheet(Story story, Copy copy, int expected, @Nullable Integer merging, Window window,
            List<String> problems, @Nullable Beside beside) {
        Actor actor = visitor.actor();
        Round sentBack = story.stage() == Stage.CHANGES_REQUESTED
                ? reviews.of(actor, story.id(), 1).stream().findFirst().orElse(null)
                : null;
        return new Sheet(story, copy, expected, merging, "", actor.person(), window,
                sections.choices(copy.section()), List.of(), null,
                sentBack, problems, beside, List.of(), List.of(), null);
    }
}
