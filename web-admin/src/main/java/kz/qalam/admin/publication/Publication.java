package kz.qalam.admin.publication;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

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
import kz.qalam.admin.publication.Outlook.Typed;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Times;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.api.problem.Statuses;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twin;
import kz.qalam.core.article.Twins;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.publication.Publishing;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.staff.Actor;

/** How one story stands before the public: planned, moved, held, withdrawn. */
@Path("stories/{id}")
@Authenticated
@Blocking
class Publication {

    private static final int EDITIONS = 50;

    private final Visitor visitor;
    private final Articles articles;
    private final Publications publications;
    private final Publishing publishing;
    private final Twins twins;

    Publication(Visitor visitor, Articles articles, Publications publications, Publishing publishing,
            Twins twins) {
        this.visitor = visitor;
        this.articles = articles;
        this.publications = publications;
        this.publishing = publishing;
        this.twins = twins;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance story(Outlook outlook);

        private Templates() {
        }
    }

    @GET
    @Path("publication")
    public TemplateInstance show(@BeanParam StoryId id) {
        return Templates.story(outlook(id, Typed.NOTHING, List.of()));
    }

    private Outlook outlook(StoryId id, Typed typed, List<String> problems) {
        Actor actor = visitor.actor();
        // The sign before what it is of: what changes between is seen and yet refused, never the other way round
        String seen = publications.seen(actor, id.value());
        Story story = articles.find(actor, id.value());
        Integer plannable = Outlook.plannable(story);
        List<Twin> standing = plannable == null ? List.of() : twins.of(actor, id.value(), plannable);
        return new Outlook(story, publications.of(actor, id.value(), EDITIONS), seen, standing, typed, problems);
    }

    @POST
    @Path("editions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(@BeanParam StoryId id, @FormParam("revision") int revision,
            @FormParam("seen") @Nullable String seen, @FormParam("from") @Nullable String from,
            @FormParam("now") @Nullable String now) {
        return done(id, new Typed("plan", "", "", requireNonNullElse(from, "")), () -> {
            publishing.planAsSeen(visitor.actor(), id.value(), revision,
                    now == null ? Times.typed("/from", from) : Instant.now(), requireNonNullElse(seen, ""));
            return Told.PLANNED;
        });
    }

    /** @param until nothing: for good */
    @POST
    @Path("expiry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@BeanParam StoryId id, @FormParam("until") @Nullable String until,
            @FormParam("notice") @Nullable String notice, @FormParam("end-seen") @Nullable String seen) {
        return done(id, new Typed("end", "", requireNonNullElse(notice, ""), requireNonNullElse(until, "")), () -> {
            publishing.endAsSeen(visitor.actor(), id.value(), Times.typed("/until", until), notice,
                    requireNonNullElse(seen, ""));
            return Told.END_KEPT;
        });
    }

    @POST
    @Path("hold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hold(@BeanParam StoryId id, @FormParam("reason") @Nullable String reason) {
        String why = requireNonNullElse(reason, "");
        return done(id, new Typed("hold", why, "", ""), () -> {
            publishing.hold(visitor.actor(), id.value(), why);
            return Told.HELD;
        });
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@BeanParam StoryId id, @FormParam("reason") @Nullable String reason,
            @FormParam("notice") @Nullable String notice) {
        String why = requireNonNullElse(reason, "");
        return done(id, new Typed("withdraw", why, requireNonNullElse(notice, ""), ""), () -> {
            publishing.withdraw(visitor.actor(), id.value(), why, notice);
            return Told.WITHDRAWN;
        });
    }

    /** Carries out an act; what was typed for one that is refused comes back in its form. */
    private Response done(StoryId id, Typed typed, Supplier<Told> act) {
        try {
            return Answers.go("/stories/" + id.value() + "/publication", act.get());
        } catch (NotFound gone) {
            throw gone;
        } catch (Refusal refusal) {
            Locale locale = visitor.tongue().locale();
            List<String> problems = new ArrayList<>(Answers.problems(refusal, locale));
            if (!(refusal instanceof Invalid)) {
                problems.add(refusal.wayForward(locale));
            }
            return Answers.page(Statuses.of(refusal), Templates.story(outlook(id, typed, problems)));
        }
    }
}
