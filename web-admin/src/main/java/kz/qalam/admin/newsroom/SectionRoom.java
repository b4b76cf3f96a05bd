package kz.qalam.admin.newsroom;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;

/** The sections of the site: started, renamed, put in order. */
@Path("sections")
@Authenticated
@Blocking
class SectionRoom {

    private final Visitor visitor;
    private final Sections sections;

    SectionRoom(Visitor visitor, Sections sections) {
        this.visitor = visitor;
        this.sections = sections;
    }

    @CheckedTemplate(basePath = "newsroom")
    static class Templates {
        static native TemplateInstance sections(SectionBook book);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        if (!visitor.actor().isAdmin()) {
            throw new NotPermitted();
        }
        return Templates.sections(new SectionBook(sections.all(), SectionBook.NOTHING, List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response establish(@FormParam("slug") @Nullable String slug, @FormParam("kazakh") @Nullable String kazakh,
            @FormParam("russian") @Nullable String russian, @FormParam("english") @Nullable String english) {
        Section typed = new Section(requireNonNullElse(slug, "").strip(), requireNonNullElse(kazakh, ""),
                requireNonNullElse(russian, ""), requireNonNullElse(english, ""));
        try {
            sections.establish(visitor.actor(), typed);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.sections(new SectionBook(sections.all(), typed,
                    Answers.problems(refusal, visitor.tongue().locale()))));
        }
        return Answers.go("/sections", Told.SECTION_KEPT);
    }

    /** One step towards the beginning: pressed as often as needed, by keyboard as well. */
    @POST
    @Path("earlier")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response earlier(@FormParam("slug") @Nullable String slug) {
        if (!visitor.isAdmin()) {
            throw new NotPermitted();
        }
        List<String> order = new ArrayList<>(sections.all().stream().map(Section::slug).toList());
        int at = order.indexOf(slug);
        if (at > 0) {
            Collections.swap(order, at, at - 1);
            sections.order(visitor.actor(), order);
        }
        return Answers.go("/sections", Told.SECTION_KEPT);
    }
}
