package kz.qalam.admin.history;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.history.Past.Line;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Redaction;
import kz.qalam.core.article.RevisionLine;
import kz.qalam.core.article.Story;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Staff;

/** A story's revisions, newest first; any two of them compared; any one brought back. */
@Path("stories/{id}")
@Authenticated
@Blocking
class History {

    private static final int A_PAGE = 50;

    private final Visitor visitor;
    private final Articles articles;
    private final Drafting drafting;
    private final Staff staff;

    History(Visitor visitor, Articles articles, Drafting drafting, Staff staff) {
        this.visitor = visitor;
        this.articles = articles;
        this.drafting = drafting;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "history")
    static class Templates {
        static native TemplateInstance history(Past past);

        private Templates() {
        }
    }

    @GET
    @Path("history")
    public TemplateInstance show(@BeanParam StoryId id, @QueryParam("from") @Nullable Integer from,
            @QueryParam("to") @Nullable Integer to, @QueryParam("before") @Nullable Integer before,
            @QueryParam("who") @Nullable String who) {
        Actor actor = visitor.actor();
        Story story = articles.find(actor, id.value());
        int current = story.revision().number();
        List<RevisionLine> found = articles.history(actor, story.id(), before == null ? Integer.MAX_VALUE : before,
                A_PAGE + 1);
        List<RevisionLine> shown = found.subList(0, Math.min(found.size(), A_PAGE));
        int newer = to == null ? current : to;
        int older = from == null ? Math.max(1, newer - 1) : from;
        Map<Integer, Redaction> redactions = articles.redactions(actor, story.id());
        boolean readable = !redactions.containsKey(older) && !redactions.containsKey(newer);
        return Templates.history(new Past(story, lines(story, shown), older, newer,
                older == newer || !readable ? null : articles.changes(actor, story.id(), older, newer),
                readable ? articles.revision(actor, story.id(), newer).copy() : null,
                who == null || !readable ? null : articles.writtenBy(actor, story.id(), newer), before,
                found.size() > A_PAGE ? shown.get(A_PAGE - 1).number() : null, redactions));
    }

    private List<Line> lines(Story story, List<RevisionLine> revisions) {
        Map<UUID, Person> people = staff.people(revisions.stream().map(RevisionLine::author).collect(toSet()));
        return revisions.stream().map(revision -> new Line(revision.number(), name(people.get(revision.author())),
                revision.origin(), revision.drawnFrom(), revision.writtenAt())).toList();
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }

    @POST
    @Path("restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@BeanParam StoryId id, @FormParam("expected") int expected,
            @FormParam("revision") int revision) {
        drafting.restore(visitor.actor(), id.value(), expected, revision);
        return Answers.go("/stories/" + id.value(), Told.RESTORED);
    }
}
