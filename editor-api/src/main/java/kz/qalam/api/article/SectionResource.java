package kz.qalam.api.article;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import kz.qalam.api.Api;
import kz.qalam.api.Input;
import kz.qalam.api.Listed;
import kz.qalam.api.problem.Tongues;
import kz.qalam.api.staff.CurrentActor;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;

/** The sections of the public site. */
@Path(Api.PATH + "/sections")
@Tenant(Api.TENANT)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class SectionResource {

    @Schema(name = "Section", description = "A part of the public site.")
    record SectionView(@Schema(description = "Its address, and its name in a copy.") String slug,
            @Schema(description = "In the language that was asked for.") String name, NamesView names,
            @Schema(description = "Whether it takes no more stories.") boolean closed,
            @Schema(description = "The slugs by which copies mean it as well: those of sections merged into it, and its own before.") List<String> others) {

        static SectionView of(Section section, Locale locale) {
            return new SectionView(section.slug(), section.name(locale),
                    new NamesView(section.kazakh(), section.russian(), section.english()), section.closed(),
                    section.others());
        }
    }

    @Schema(name = "Names")
    record NamesView(String kk, String ru, String en) {}

    @Schema(name = "SectionInput", requiredProperties = {"kazakh", "russian", "english"})
    record SectionInput(@Schema(maxLength = 60) String kazakh, @Schema(maxLength = 60) String russian,
            @Schema(maxLength = 60) String english) implements Input {}

    @Schema(name = "SectionMergerInput", requiredProperties = "into")
    record SectionMergerInput(
            @Schema(maxLength = 40, description = "The slug of the section that stays.") @Nullable String into)
            implements
                Input {}

    @Schema(name = "SectionAddressInput", requiredProperties = "slug")
    record SectionAddressInput(
            @Schema(pattern = "[a-z][a-z0-9-]{0,39}") @Nullable String slug) implements Input {}

    @Schema(name = "SectionOrder", requiredProperties = "order")
    record SectionOrder(@Schema(description = "The slugs of all that are not closed, each once.") List<String> order)
            implements
                Input {}

    private final CurrentActor actor;
    private final Sections sections;

    SectionResource(CurrentActor actor, Sections sections) {
        this.actor = actor;
        this.sections = sections;
    }

    @GET
    @Operation(operationId = "listSections", summary = "All sections, in the order of the site's masthead", description = "Closed ones come last.")
    public Listed<SectionView> list(
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        return Listed.all(sections.all(), section -> SectionView.of(section, locale));
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getSection", summary = "A section", description = "Of one that was merged, or has moved, the one that its slug means now.")
    public SectionView get(@PathParam("slug") String slug,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return view(slug, language);
    }

    private SectionView view(String slug, @Nullable String language) {
        return SectionView.of(sections.find(slug), Tongues.asked(language));
    }

    @PUT
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSection", summary = "Start a section, or rename it", description = "For an admin. The slug is its address.")
    public SectionView put(@PathParam("slug") String slug, SectionInput input,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Section section = new Section(slug, input.kazakh(), input.russian(), input.english());
        sections.establish(actor.get(), section);
        return view(slug, language);
    }

    @POST
    @Path("{slug}/merger")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeSection", summary = "Make this section another's", description = "For an admin. All its stories, live, planned or being written, are in the other from then on, and its addresses lead there; no text changes, and it cannot be undone. Answers with the section that stays.")
    public SectionView merge(@PathParam("slug") String slug, SectionMergerInput input,
            @HeaderParam("Accept-Language") @Nullable String language) {
        sections.merge(actor.get(), slug, requireNonNullElse(input.into(), ""));
        return view(slug, language);
    }

    @PUT
    @Path("{slug}/address")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveSection", summary = "Give a section another address", description = "For an admin. The old one leads there for good; copies that say it still mean this section.")
    public SectionView move(@PathParam("slug") String slug, SectionAddressInput input,
            @HeaderParam("Accept-Language") @Nullable String language) {
        sections.move(actor.get(), slug, requireNonNullElse(input.slug(), ""));
        return view(slug, language);
    }

    @PUT
    @Path("{slug}/closure")
    @Operation(operationId = "closeSection", summary = "Close a section", description = "For an admin. It takes no story that has not been in it, and leaves the site's masthead; what stands there stays readable.")
    public SectionView close(@PathParam("slug") String slug,
            @HeaderParam("Accept-Language") @Nullable String language) {
        sections.close(actor.get(), slug, true);
        return view(slug, language);
    }

    @DELETE
    @Path("{slug}/closure")
    @Operation(operationId = "openSection", summary = "Open a closed section again", description = "For an admin.")
    public SectionView open(@PathParam("slug") String slug,
            @HeaderParam("Accept-Language") @Nullable String language) {
        sections.close(actor.get(), slug, false);
        return view(slug, language);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "orderSections", summary = "Put the sections in order", description = "For an admin.")
    public void order(SectionOrder input) {
        sections.order(actor.get(), input.order());
    }
}
