package kz.qalam.api.language;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Listed;
import kz.qalam.api.Part;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.style.HouseRule;
import kz.qalam.core.style.HouseRulePage;
import kz.qalam.core.style.HouseRules;

/** The house-style book. */
@Path(Api.PATH + "/style-rules")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Language")
class StyleRuleResource {

    private final CurrentActor actor;
    private final HouseRules rules;

    StyleRuleResource(CurrentActor actor, HouseRules rules) {
        this.actor = actor;
        this.rules = rules;
    }

    @GET
    @Operation(operationId = "listStyleRules", summary = "The house-style book, by the alphabet")
    public Listed<StyleRuleView> list(
            @QueryParam("state") @Parameter(description = "DRAFT, LIVE or RETIRED.") @Nullable String state,
            @QueryParam("q") @Parameter(description = "Stands in the word or in what is written instead.") @Nullable String words,
            @BeanParam Part part) {
        HouseRulePage page = rules.list(state(state), words, part.cursor(), part.size());
        return Listed.part(page.rules(), StyleRuleView::of, page.next());
    }

    private static HouseRule.@Nullable State state(@Nullable String named) {
        try {
            return named == null || named.isEmpty() ? null : HouseRule.State.valueOf(named);
        } catch (IllegalArgumentException none) {
            throw Invalid.of("state", "unknown-value", "DRAFT, LIVE, RETIRED");
        }
    }

    @GET
    @Path("{word}")
    @Operation(operationId = "getStyleRule", summary = "A rule with all its versions")
    public StyleRuleView get(@PathParam("word") String word) {
        return StyleRuleView.of(rules.find(word), rules.versions(word));
    }

    @PUT
    @Path("{word}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putStyleRule", summary = "Write a rule down, or a new version of it", description = "For editors of any desk and admins. What is in force stays in force; the same again changes nothing.")
    public StyleRuleView put(@PathParam("word") String word, StyleRuleInput input) {
        return StyleRuleView.of(rules.propose(actor.get(), word, input.instead(), input.reason()));
    }

    @PUT
    @Path("{word}/force")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "enforceStyleRule", summary = "Put a rule in force", description = "For an editor of any desk who did not write this version, or an admin. In every process within seconds.")
    public StyleRuleView enforce(@PathParam("word") String word, StyleForceInput input) {
        return StyleRuleView.of(rules.putInForce(actor.get(), word, input.version()));
    }

    @DELETE
    @Path("{word}/force")
    @Operation(operationId = "retireStyleRule", summary = "Take a rule out of force", description = "For editors of any desk and admins. A draft is dropped by it. The rule stays in the book.")
    public StyleRuleView retire(@PathParam("word") String word) {
        return StyleRuleView.of(rules.retire(actor.get(), word));
    }
}
