package kz.qalam.api.article;

import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
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
import kz.qalam.api.Listed;
import kz.qalam.api.problem.Tongues;
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

    private final Sections sections;

    SectionResource(Sections sections) {
        this.sections = sections;
    }

    @GET
    @Operation(operationId = "listSections", summary = "All sections, in the order of the site's masthead")
    public Listed<SectionView> list(
            @HeaderParam("Accept-Language") @Parameter(description = "kk (unless said otherwise), ru or en.") @Nullable String language) {
        Locale locale = Tongues.asked(language);
        return Listed.all(sections.all(), section -> SectionView.of(section, locale));
    }
}
