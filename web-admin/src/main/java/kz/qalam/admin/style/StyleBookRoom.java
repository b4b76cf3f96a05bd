package kz.qalam.admin.style;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StyleMessages;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Trials;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.style.HouseRule;
import kz.qalam.core.style.HouseRules;

/** The house-style book: everybody reads it, editors and admins write it and try its rules. */
@Path("style-book")
@Authenticated
@Blocking
class StyleBookRoom {

    private static final int SHOWN = 50;

    private final Visitor visitor;
    private final HouseRules rules;
    private final Trials trials;

    StyleBookRoom(Visitor visitor, HouseRules rules, Trials trials) {
        this.visitor = visitor;
        this.rules = rules;
        this.trials = trials;
    }

    @CheckedTemplate(basePath = "style")
    static class Templates {
        static native TemplateInstance book(Book book);

        static native TemplateInstance rule(RuleSheet sheet);

        static native TemplateInstance trial(TrialSheet sheet);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("state") @Nullable String state, @QueryParam("q") @Nullable String words,
            @QueryParam("after") @Nullable String after) {
        Actor actor = visitor.actor();
        HouseRule.State asked = state(state);
        return Templates.book(new Book(rules.list(asked, words, after, SHOWN), asked, words,
                HouseRules.areOpenTo(actor)));
    }

    /** Whatever else stands in the address is nothing to choose by. */
    private static HouseRule.@Nullable State state(@Nullable String named) {
        return List.of(HouseRule.State.values()).stream().filter(state -> state.name().equals(named)).findFirst()
                .orElse(null);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return Templates.rule(blank("", "", "", List.of()));
    }

    /** With what was tried; nothing is written yet. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance tried(@FormParam("word") @Nullable String word,
            @FormParam("instead") @Nullable String instead) {
        return Templates.rule(blank(requireNonNullElse(word, ""), requireNonNullElse(instead, ""), "", List.of()));
    }

    private RuleSheet blank(String word, String instead, String reason, List<String> problems) {
        if (!HouseRules.areOpenTo(visitor.actor())) {
            throw new NotPermitted();
        }
        return new RuleSheet(null, List.of(), word, instead, reason, true, false, problems);
    }

    /** A new rule, or a new version of one that stands in the book already. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@FormParam("word") @Nullable String word, @FormParam("instead") @Nullable String instead,
            @FormParam("reason") @Nullable String reason) {
        try {
            HouseRule rule = rules.propose(visitor.actor(), requireNonNullElse(word, ""), instead, reason);
            return Answers.go(Addresses.rule(rule.word()), Told.RULE_KEPT);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.rule(blank(requireNonNullElse(word, ""),
                    requireNonNullElse(instead, ""), requireNonNullElse(reason, ""),
                    problems(refusal))));
        }
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        StyleMessages words = tongue.words(StyleMessages.class);
        return Answers.problems(refusal, tongue.locale(),
                Map.of("word", words.ruleWord(), "instead", words.instead(), "reason", words.reason()));
    }

    @GET
    @Path("rules/{word}")
    public TemplateInstance rule(@PathParam("word") String word) {
        return Templates.rule(sheet(word));
    }

    private RuleSheet sheet(String word) {
        Actor actor = visitor.actor();
        HouseRule rule = rules.find(word);
        return RuleSheet.of(rule, rules.versions(word), HouseRules.areOpenTo(actor),
                !rules.mayEnforce(actor, rule));
    }

    @POST
    @Path("rules/{word}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rewrite(@PathParam("word") String word, @FormParam("instead") @Nullable String instead,
            @FormParam("reason") @Nullable String reason) {
        try {
            rules.propose(visitor.actor(), word, instead, reason);
            return Answers.go(Addresses.rule(word), Told.RULE_KEPT);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.rule(sheet(word).wrong(requireNonNullElse(instead, ""), requireNonNullElse(reason, ""),
                            problems(refusal))));
        }
    }

    /** @param version the one that was looked at */
    @POST
    @Path("rules/{word}/force")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enforce(@PathParam("word") String word, @FormParam("version") int version) {
        try {
            rules.putInForce(visitor.actor(), word, version);
            return Answers.go(Addresses.rule(word), Told.RULE_LIVE);
        } catch (VersionMoved moved) {
            RuleSheet now = sheet(word);
            return Answers.page(Response.Status.CONFLICT.getStatusCode(), Templates.rule(now.wrong(now.instead(),
                    now.reason(), Answers.problems(moved, visitor.tongue().locale()))));
        }
    }

    @POST
    @Path("rules/{word}/retirement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@PathParam("word") String word) {
        rules.retire(visitor.actor(), word);
        return Answers.go(Addresses.rule(word), Told.RULE_RETIRED);
    }

    /** Some of the stories that the visitor may see, and what the rule would have marked in them. Writes nothing. */
    @POST
    @Path("trial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(@FormParam("word") @Nullable String word, @FormParam("instead") @Nullable String instead,
            @FormParam("cursor") @Nullable String cursor) {
        String typed = requireNonNullElse(word, "");
        String put = requireNonNullElse(instead, "");
        try {
            return Answers.page(Response.Status.OK.getStatusCode(), Templates.trial(
                    new TrialSheet(typed, put, trials.of(visitor.actor(), typed, put, cursor), List.of())));
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.trial(new TrialSheet(typed, put, null,
                    problems(refusal))));
        }
    }
}
