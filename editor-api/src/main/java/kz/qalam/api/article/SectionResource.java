package kz.qalam.api.article;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
            @Schema(description = "In the language that was asked for.") String name, NamesView names) {

        static SectionView of(Section section, Locale locale) {
            return new SectionView(section.slug(), section.name(locale),
                    new NamesView(section.kazakh(), section.russian(), section.english()));
        }
    }

    @Schema(name = "Names")
    record NamesView(String kk, String ru, String en) {}

    @Schema(name = "SectionInput", requiredProperties = {"kazakh", "russian", "english"})
    record SectionInput(@Schema(maxLength = 60) String kazakh, @Schema(maxLength = 60) String russian,
            @Schema(maxLength = 60) String english) implements Input {}

    @Schema(name = "SectionOrder", requiredProperties = "order")
    record SectionOrder(@Schema(description = "All slugs, each once.") List<String> order) implements Input {}

    private final CurrentActor actor;
    private final Sections sections;

    SectionResource(CurrentActor actor, Sections sections) {
        this.actor = actor;
        this.sections = sections;
    }

    @GET
    @Operation(operationId = "listSections", summary = "All sections, in the order of the site's masthead")
    public Listed<SectionView> list(
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        return Listed.all(sections.all(), section -> SectionView.of(section, locale));
    }

    @PUT
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSection", summary = "Start a section, or rename it", description = "For an admin. The slug is its address and stays for good.")
    public SectionView put(@PathParam("slug") String slug, SectionInput input,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Section section = new Section(slug, input.kazakh(), input.russian(), input.english());
        sections.establish(actor.get(), section);
        return SectionView.of(section, Tongues.asked(language));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "orderSections", summary = "Put the sections in order", description = "For an admin.")
    public void order(SectionOrder input) {
        sections.order(actor.get(), input.order());
    }
}
