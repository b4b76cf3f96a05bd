package kz.qalam.admin.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.admin.writing.Sheet.Window;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Attending;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.Kept;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.WorkingText;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Staff;

/** What is typed and not saved: kept while it is typed, shown when the writer comes back, thrown away if they say so. */
@Path("stories/{id}")
@Authenticated
@Blocking
class Unsaved {

    private final Visitor visitor;
    private final Articles articles;
    private final Keeping keeping;
    private final Attending attending;
    private final Staff staff;

    Unsaved(Visitor visitor, Articles articles, Keeping keeping, Attending attending, Staff staff) {
        this.visitor = visitor;
        this.articles = articles;
        this.keeping = keeping;
        this.attending = attending;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "writing")
    static class Templates {
        static native TemplateInstance unsaved(List<WorkingText> texts, String place);

        static native TemplateInstance company(Company company);

        private Templates() {
        }
    }

    /** Keeps what stands in the window now. The page's script asks for this, again and again. */
    @POST
    @Path("working-text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public void keep(@BeanParam StoryId id, @BeanParam CopyForm form) {
        keeping.keep(visitor.actor(), id.value(), window(form), requireNonNull(form.kept()).counter(), base(form),
                form.merging() == null ? null : form.expected, form.typed());
    }

    static UUID window(CopyForm form) {
        UUID window = form.window();
        if (window == null) {
            throw Invalid.of("/window", "required");
        }
        return window;
    }

    /** A text that draws from two revisions was begun from the older one. */
    private static int base(CopyForm form) {
        Integer merging = form.merging();
        return merging == null ? form.expected : merging;
    }

    /** The list of what was left unsaved, for a page that is open already. */
    @GET
    @Path("working-texts")
    public TemplateInstance list(@BeanParam StoryId id) {
        Story story = articles.find(visitor.actor(), id.value());
        return Templates.unsaved(left(keeping, visitor.actor(), story), "/stories/" + story.id());
    }

    /** What this writer left unsaved and what stands now does not say. */
    static List<WorkingText> left(Keeping keeping, Actor actor, Story story) {
        Copy current = story.revision().copy();
        return keeping.of(actor, story.id()).stream().filter(text -> !text.copy().equals(current)).toList();
    }

    @GET
    @Path("working-texts/{window}")
    public TemplateInstance look(@BeanParam StoryId id, @PathParam("window") UUID window) {
        Actor actor = visitor.actor();
        Story story = articles.find(actor, id.value());
        WorkingText text = keeping.find(actor, story.id(), window);
        return Writing.Templates.conflict(Conflict.of(articles, actor, story, text.base(), text.copy(),
                new Window(text.window(), text.counter()), text.keptAt()));
    }

    /** The page's script asks for it too, where what was typed in its window has been undone: up to there. */
    @POST
    @Path("working-texts/{window}/disposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@BeanParam StoryId id, @PathParam("window") UUID window, @BeanParam CopyForm form) {
        if (visitor.isScript()) {
            keeping.drop(visitor.actor(), id.value(), new Kept(window, form.counter()));
            return Response.noContent().build();
        }
        keeping.discard(visitor.actor(), id.value(), window);
        return Answers.go("/stories/" + id.value(), Told.DISCARDED);
    }

    /** Says that the page is open, and hears who else has the story open and whether its text has moved on. */
    @POST
    @Path("presence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance attend(@BeanParam StoryId id, @BeanParam CopyForm form,
            @FormParam("unsaved") @Nullable String unsaved) {
        Actor actor = visitor.actor();
        attending.attend(actor, id.value(), window(form), unsaved != null);
        RevisionLine newest = articles.history(actor, id.value(), Integer.MAX_VALUE, 1).get(0);
        boolean moved = newest.number() > form.expected && !newest.author().equals(actor.person());
        String by = moved ? requireNonNull(staff.people(Set.of(newest.author())).get(newest.author())).name() : "";
        return Templates.company(new Company(id.value(), attending.others(actor, id.value()),
                moved ? newest.number() : null, by, form.expected));
    }

    @POST
    @Path("absence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public void leave(@BeanParam StoryId id, @BeanParam CopyForm form) {
        attending.leave(visitor.actor(), id.value(), window(form));
    }

    static Copy read(@Nullable String json) {
        if (json == null) {
            throw Invalid.of("/copy", "required");
        }
        return Copy.readUnfinished(json.getBytes(UTF_8));
    }
}
