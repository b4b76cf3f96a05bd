package kz.qalam.admin.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

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
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Written;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Difference;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.review.Round;
import kz.qalam.core.staff.Actor;

/** The writing page of a story: its current revision, and what is saved over it. */
@Path("stories/{id}")
@Authenticated
@Blocking
class Writing {

    /** What two people who write at once come to, as the API says it too. */
    private static final int CONFLICT = 409;

    private final Visitor visitor;
    private final Articles articles;
    private final Drafting drafting;
    private final Reviews reviews;
    private final Sectioning sections;

    Writing(Visitor visitor, Articles articles, Drafting drafting, Reviews reviews, Sectioning sections) {
        this.visitor = visitor;
        this.articles = articles;
        this.drafting = drafting;
        this.reviews = reviews;
        this.sections = sections;
    }

    @CheckedTemplate(basePath = "writing")
    static class Templates {
        static native TemplateInstance writing(Sheet sheet);

        static native TemplateInstance conflict(Conflict conflict);

        private Templates() {
        }
    }

    @GET
    public Response open(@BeanParam StoryId id) {
        Story story = articles.find(visitor.actor(), id.value());
        Response.ResponseBuilder answer = Response.ok(
                Templates.writing(
                        sheet(story, story.revision().copy(), story.revision().number(), List.of(), null)));
        if (visitor.isScript()) {
            // After the first save of a new story the page has got an address
            answer.header("HX-Replace-Url", "/stories/" + story.id());
        }
        return answer.build();
    }

    @POST
    @Path("copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@BeanParam StoryId id, @BeanParam CopyForm form) {
        Actor actor = visitor.actor();
        Copy copy = form.typed();
        try {
            return saved(drafting.save(actor, id.value(), form.expected, copy.checked()), form);
        } catch (StaleRevision stale) {
            return conflict(actor, articles.find(actor, id.value()), stale.expected(), copy);
        } catch (Invalid | TooLarge refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.writing(sheet(articles.find(actor, id.value()), copy,
                    form.expected, Answers.problems(refusal, visitor.tongue().locale()), null)));
        }
    }

    /** After two people wrote at once: goes on from one of the two texts and keeps the other in sight. Saves nothing. */
    @POST
    @Path("continuation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance goOn(@BeanParam StoryId id, @FormParam("copy") String json,
            @FormParam("from") @Nullable String from) {
        Story story = articles.find(visitor.actor(), id.value());
        Copy mine = Copy.read(json.getBytes(UTF_8));
        Copy theirs = story.revision().copy();
        int current = story.revision().number();
        boolean fromMine = "mine".equals(from);
        return Templates.writing(sheet(story, fromMine ? mine : theirs, current, List.of(),
                new Beside(fromMine ? theirs : mine, !fromMine, current)));
    }

    private Response saved(Written written, CopyForm form) {
        if (form.isBound()) {
            return Answers.go("/stories/" + written.article() + "/submission");
        }
        String story = "/stories/" + written.article();
        // The page's script says by itself what became of a save
        return visitor.isScript()
                ? Answers.go(story)
                : Answers.go(story, written.changed() ? Told.SAVED : Told.NOTHING_CHANGED);
    }

    private Response conflict(Actor actor, Story story, int base, Copy mine) {
        Copy common = articles.revision(actor, story.id(), base).copy();
        return Answers.page(CONFLICT, Templates.conflict(new Conflict(story, base, mine,
                Difference.between(common, story.revision().copy()), Difference.between(common, mine))));
    }

    private Sheet sheet(Story story, Copy copy, int expected, List<String> problems, @Nullable Beside beside) {
        Round sentBack = story.stage() == Stage.CHANGES_REQUESTED
                ? reviews.of(visitor.actor(), story.id(), 1).stream().findFirst().orElse(null)
                : null;
        return new Sheet(story, copy, expected, "", sections.names(), List.of(), sentBack, problems, beside);
    }
}
