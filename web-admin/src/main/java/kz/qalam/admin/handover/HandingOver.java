package kz.qalam.admin.handover;

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
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Story;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Person;
import kz.qalam.core.staff.Role;

/** To whom a story is handed over. */
@Path("stories/{id}/author")
@Authenticated
@Blocking
class HandingOver {

    private final Visitor visitor;
    private final Articles articles;
    private final Drafting drafting;

    HandingOver(Visitor visitor, Articles articles, Drafting drafting) {
        this.visitor = visitor;
        this.articles = articles;
        this.drafting = drafting;
    }

    /**
     * The page.
     *
     * @param heirs to whom it may be handed, its author left out
     * @param leaves whether the one who asks will have it no more
     */
    record Heirs(Story story, List<Person> heirs, boolean leaves, List<String> problems) {}

    @CheckedTemplate(basePath = "handover")
    static class Templates {
        static native TemplateInstance handover(Heirs page);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@BeanParam StoryId id) {
        return Templates.handover(heirs(visitor.actor(), id.value(), List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(@BeanParam StoryId id, @FormParam("author") @Nullable String to,
            @FormParam("from") @Nullable String from) {
        Actor actor = visitor.actor();
        try {
            drafting.handOver(actor, id.value(), person("/from", from), required(to));
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.handover(
                    heirs(actor, id.value(), Answers.problems(refusal, visitor.tongue().locale()))));
        }
        return Answers.go(stillOpen(actor, id.value()) ? "/stories/" + id.value() : "/", Told.HANDED_OVER);
    }

    private Heirs heirs(Actor actor, UUID id, List<String> problems) {
        List<Person> heirs = articles.heirs(actor, id);
        Story story = articles.find(actor, id);
        Person author = story.author();
        return new Heirs(story,
                heirs.stream().filter(person -> author == null || !person.id().equals(author.id())).toList(),
                !actor.is(Role.EDITOR, story.desk().id()) && !actor.is(Role.REVIEWER, story.desk().id()), problems);
    }

    private boolean stillOpen(Actor actor, UUID id) {
        try {
            articles.stood(actor, id);
            return true;
        } catch (NotFound given) {
            return false;
        }
    }

    private static UUID required(@Nullable String text) {
        UUID person = person("/author", text);
        if (person == null) {
            throw Invalid.of("/author", "no-author");
        }
        return person;
    }

    private static @Nullable UUID person(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Invalid.of(pointer, "no-author");
        }
    }
}
