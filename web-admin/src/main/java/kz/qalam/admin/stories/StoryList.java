package kz.qalam.admin.stories;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Ids;
import kz.qalam.admin.ui.RoomMessages;
import kz.qalam.admin.ui.Sectioning;
import kz.qalam.admin.ui.Times;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.api.problem.Trace;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.SavedViews;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.publication.Batch;
import kz.qalam.core.publication.Batching;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Staff;

/** All stories that a person may see, narrowed as they ask; their views of it; one act with many of them. */
@Path("stories")
@Authenticated
@Blocking
class StoryList {

    private static final Logger LOG = Logger.getLogger(StoryList.class);
    private static final int A_PAGE = 30;

    private final Visitor visitor;
    private final Articles articles;
    private final Sectioning sections;
    private final Staff staff;
    private final SavedViews views;
    private final Batching batching;

    StoryList(Visitor visitor, Articles articles, Sectioning sections, Staff staff, SavedViews views,
            Batching batching) {
        this.visitor = visitor;
        this.articles = articles;
        this.sections = sections;
        this.staff = staff;
        this.views = views;
        this.batching = batching;
    }

    @CheckedTemplate(basePath = "stories")
    static class Templates {
        static native TemplateInstance stories(Listing listing);

        static native TemplateInstance done(Done done);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@BeanParam Wanted wanted, @QueryParam("cursor") @Nullable String cursor) {
        return Templates.stories(listing(wanted, cursor, List.of()));
    }

    private Listing listing(Wanted wanted, @Nullable String cursor, List<String> problems) {
        Actor actor = visitor.actor();
        StoryFilter filter = wanted.filter(actor.username());
        return new Listing(filter, wanted, wanted.query(),
                articles.list(actor, filter, cursor == null || cursor.isBlank() ? null : cursor, A_PAGE),
                sections.choices(filter.section()), sections.names(), staff.writersAround(actor), staff.desks(),
                views.of(actor), problems);
    }

    /** Keeps what the list is narrowed by under a name; the address says what that is. */
    @POST
    @Path("views")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@BeanParam Wanted wanted, @FormParam("name") @Nullable String name) {
        try {
            views.keep(visitor.actor(), requireNonNullElse(name, ""), wanted.query());
        } catch (Invalid refusal) {
            Tongue tongue = visitor.tongue();
            return Answers.page(Answers.UNPROCESSABLE, Templates.stories(listing(wanted, null, Answers.problems(refusal,
                    tongue.locale(), Map.of("name", tongue.words(RoomMessages.class).viewName())))));
        }
        return Answers.go(address(wanted), Told.VIEW_KEPT);
    }

    private static String address(Wanted wanted) {
        String query = wanted.query();
        return "/stories" + (query.isEmpty() ? "" : "?" + query);
    }

    @POST
    @Path("views/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response drop(@FormParam("name") @Nullable String name) {
        views.drop(visitor.actor(), requireNonNullElse(name, ""));
        return Answers.go("/stories", Told.VIEW_GONE);
    }

    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carryOut(@BeanParam Wanted wanted, @FormParam("story") @Nullable List<String> chosen,
            @FormParam("act") @Nullable String act, @FormParam("text") @Nullable String text,
            @FormParam("section") @Nullable String section, @FormParam("when") @Nullable String when) {
        Batch.Step asked = Arrays.stream(Batch.Step.values()).filter(step -> step.name().equals(act)).findFirst()
                .orElse(null);
        if (asked == null) {
            return Answers.go(address(wanted));
        }
        try {
            Batch batch = new Batch(asked, requireNonNullElse(asked == Batch.Step.SECTION ? section : text, ""),
                    Times.typed("/from", when), ids(chosen == null ? List.of() : chosen));
            List<Batch.Outcome> outcomes = batch.stories().isEmpty()
                    ? List.of()
                    : batching.carryOut(visitor.actor(), null, batch);
            outcomes.stream().filter(Batch.Outcome::isBrokenOff).findFirst().ifPresent(
                    broken -> LOG.errorf("moves with many stories broke off: %s",
                            new Trace(requireNonNull(broken.why()))));
            return Answers.page(200,
                    Templates.done(Done.of(asked, outcomes, address(wanted), visitor.tongue().locale())));
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates
                    .stories(listing(wanted, null, Answers.problems(refusal, visitor.tongue().locale()))));
        }
    }

    /** Each once; no more than it takes to be told that they are too many. */
    private static List<UUID> ids(List<String> chosen) {
        return chosen.stream().distinct().limit(Batching.MOST + 1).map(Ids::said).filter(Objects::nonNull).toList();
    }
}
