package kz.qalam.admin.review;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import kz.qalam.admin.review.Judgement.Typed;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Times;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.api.problem.Statuses;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Move;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.Story;
import kz.qalam.core.article.Twins;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.WrongStage;
import kz.qalam.core.review.Kind;
import kz.qalam.core.review.Notes;
import kz.qalam.core.review.Noting;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.review.Reviews;
import kz.qalam.core.review.Round;
import kz.qalam.core.review.Stets;
import kz.qalam.core.staff.Actor;

/** A round of review: asked for, taken back, judged. */
@Path("stories/{id}")
@Authenticated
@Blocking
class Judging {

    private static final int ROUNDS = 20;

    private final Visitor visitor;
    private final Articles articles;
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Stets stets;
    private final Notes notes;
    private final Noting noting;
    private final Twins twins;

    Judging(Visitor visitor, Articles articles, Reviews reviews, Reviewing reviewing, Notes notes, Noting noting,
            Twins twins, Stets stets) {
        this.stets = stets;
        this.visitor = visitor;
        this.articles = articles;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.notes = notes;
        this.noting = noting;
        this.twins = twins;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance review(Judgement judgement);

        static native TemplateInstance submission(Submission submission);

        private Templates() {
        }
    }

    @GET
    @Path("review")
    public TemplateInstance show(@BeanParam StoryId id) {
        Actor actor = visitor.actor();
        return Templates.review(judgement(actor, articles.find(actor, id.value()), Typed.NOTHING, List.of()));
    }

    private Judgement judgement(Actor actor, Story story, Typed typed, List<String> problems) {
        List<Round> rounds = reviews.of(actor, story.id(), ROUNDS);
        Round open = rounds.stream().filter(round -> round.verdict() == null).findFirst().orElse(null);
        int number = open == null ? story.revision().number() : open.revision();
        Integer approved = story.approvedRevision();
        boolean comparable = approved != null && approved < number
                && !articles.redactions(actor, story.id()).containsKey(approved);
        Integer since = comparable ? approved : null;
        Copy copy = articles.revision(actor, story.id(), number).copy();
        return new Judgement(actor, story, open, rounds.stream().filter(round -> round.verdict() != null).toList(),
                copy, since,
                since == null ? null : articles.changes(actor, story.id(), since, number),
                notes.of(actor, story.id()), standing(story, copy, "review"), twins.of(actor, story.id()), typed,
                problems);
    }

    @GET
    @Path("submission")
    public TemplateInstance ask(@BeanParam StoryId id) {
        Story story = submittable(visitor.actor(), id);
        Kind likely = story.standing().released() ? Kind.UPDATE : Kind.FIRST;
        return Templates.submission(submission(story, likely, "", "", List.of()));
    }

    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@BeanParam StoryId id, @FormParam("revision") int revision,
            @FormParam("kind") @Nullable String kind,
            @FormParam("notice") @Nullable String notice, @FormParam("from") @Nullable String from) {
        Actor actor = visitor.actor();
        Optional<Kind> chosen = Arrays.stream(Kind.values()).filter(each -> each.name().equals(kind)).findFirst();
        try {
            Proposal proposal = new Proposal(chosen.orElse(null), notice, Times.typed("/from", from));
            reviewing.submit(actor, id.value(), revision, proposal);
        } catch (NotFound | WrongStage | NotPermitted gone) {
            throw gone;
        } catch (Refusal refusal) {
            Story story = submittable(actor, id);
            return Answers.page(Statuses.of(refusal),
                    Templates.submission(submission(story, chosen.orElse(Kind.FIRST),
                            requireNonNullElse(notice, ""),
                            requireNonNullElse(from, ""),
                            Answers.problems(refusal, visitor.tongue().locale()))));
        }
        return Answers.go("/stories/" + id.value() + "/review", Told.SUBMITTED);
    }

    private Submission submission(Story story, Kind kind, String notice, String from, List<String> problems) {
        Copy copy = story.revision().copy();
        return Submission.of(story, kind, notice, from, twins.of(visitor.actor(), story.id()), problems,
                stets.unsettled(story.id(), story.desk(), copy), standing(story, copy, "submission"),
                visitor.tongue().locale());
    }

    private LeftStanding standing(Story story, Copy copy, String page) {
        return LeftStanding.of(story, copy, stets.in(visitor.actor(), story.id(), copy), page);
    }

    private Story submittable(Actor actor, StoryId id) {
        Story story = articles.find(actor, id.value());
        if (story.stage() != Stage.DRAFT && story.stage() != Stage.CHANGES_REQUESTED) {
            throw new WrongStage(story.stage().name(), Move.SUBMIT.name());
        }
        if (!story.may(Move.SUBMIT)) {
            throw new NotPermitted();
        }
        return story;
    }

    @POST
    @Path("recall")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response recall(@BeanParam StoryId id) {
        reviewing.recall(visitor.actor(), id.value());
        return Answers.go("/stories/" + id.value(), Told.RECALLED);
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@BeanParam StoryId id, @FormParam("revision") int revision,
            @FormParam("round") @Nullable UUID round, @FormParam("note") @Nullable String note) {
        Actor actor = visitor.actor();
        try {
            reviewing.approve(actor, id.value(), revision, round, note);
        } catch (Refusal refusal) {
            return refused(actor, id, Typed.note(note), refusal);
        }
        return Answers.go("/", Told.APPROVED);
    }

    @POST
    @Path("change-request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response requestChanges(@BeanParam StoryId id, @FormParam("revision") int revision,
            @FormParam("round") @Nullable UUID round, @FormParam("note") @Nullable String note) {
        Actor actor = visitor.actor();
        try {
            reviewing.requestChanges(actor, id.value(), revision, round, note);
        } catch (Refusal refusal) {
            return refused(actor, id, Typed.note(note), refusal);
        }
        return Answers.go("/", Told.CHANGES_REQUESTED);
    }

    @POST
    @Path("notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@BeanParam StoryId id, @FormParam("revision") int revision,
            @FormParam("field") @Nullable String field, @FormParam("block") @Nullable String block,
            @FormParam("quoted") @Nullable String quoted, @FormParam("said") @Nullable String said) {
        Actor actor = visitor.actor();
        try {
            noting.write(actor, id.value(), revision, field == null || field.isEmpty() ? null : field, number(block),
                    quoted, requireNonNullElse(said, ""));
        } catch (Refusal refusal) {
            return refused(actor, id, new Typed("", requireNonNullElse(quoted, ""), requireNonNullElse(said, "")),
                    refusal);
        }
        return Response.seeOther(URI.create("/stories/" + id.value() + "/review#notes")).build();
    }

    /** What the page's script knows of the place; without it there is nothing, and the words are looked for. */
    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @POST
    @Path("notes/{note}/resolution")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resolve(@BeanParam StoryId id, @PathParam("note") UUID note,
            @FormParam("back") @Nullable String back) {
        noting.resolve(visitor.actor(), id.value(), note);
        return Response.seeOther(
                URI.create("/stories/" + id.value() + ("text".equals(back) ? "#notes" : "/review#notes"))).build();
    }

    /** The page as it stands now, with what was typed: only for who may no longer see the story there is none. */
    private Response refused(Actor actor, StoryId id, Typed typed, Refusal refusal) {
        if (refusal instanceof NotFound) {
            throw refusal;
        }
        Story story = articles.find(actor, id.value());
        Locale locale = visitor.tongue().locale();
        List<String> problems = new ArrayList<>(Answers.problems(refusal, locale));
        if (!(refusal instanceof Invalid)) {
            problems.add(refusal.wayForward(locale));
        }
        return Answers.page(Statuses.of(refusal), Templates.review(judgement(actor, story, typed, problems)));
    }
}
