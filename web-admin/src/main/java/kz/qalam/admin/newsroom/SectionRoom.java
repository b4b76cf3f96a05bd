package kz.qalam.admin.newsroom;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.RoomMessages;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotPermitted;

/** The sections of the site: started, renamed, put in order, merged, moved, closed. */
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

        static native TemplateInstance section(SectionSheet sheet);

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
                    problems(refusal))));
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
        List<String> order = new ArrayList<>(
                sections.all().stream().filter(section -> !section.closed()).map(Section::slug).toList());
        int at = order.indexOf(slug);
        if (at > 0) {
            Collections.swap(order, at, at - 1);
            sections.order(visitor.actor(), order);
        }
        return Answers.go("/sections", Told.SECTION_KEPT);
    }

    @GET
    @Path("{slug}")
    public Response show(@PathParam("slug") String slug) {
        if (!visitor.isAdmin()) {
            throw new NotPermitted();
        }
        Section section = sections.find(slug);
        // Who has an old address of one that was merged or moved is shown the one that stands
        return section.slug().equals(slug)
                ? Response.ok(Templates.section(sheet(section, null, "", List.of()))).build()
                : Answers.go("/sections/" + section.slug());
    }

    /** Says first what would become one, and does it when that is confirmed: it cannot be undone. */
    @POST
    @Path("{slug}/merger")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(@PathParam("slug") String slug, @FormParam("into") @Nullable String into,
            @FormParam("confirmed") @Nullable String confirmed) {
        if (!visitor.isAdmin()) {
            throw new NotPermitted();
        }
        Section ending = sections.find(slug);
        Section staying = others(ending).stream().filter(other -> other.slug().equals(into)).findFirst().orElse(null);
        if (staying != null && confirmed == null) {
            return Response.ok(Templates.section(sheet(ending, staying, "", List.of()))).build();
        }
        try {
            sections.merge(visitor.actor(), slug, requireNonNullElse(into, ""));
        } catch (Invalid refusal) {
            return refused(ending, "", refusal);
        }
        return Answers.go("/sections/" + sections.find(slug).slug(), Told.SECTION_KEPT);
    }

    @POST
    @Path("{slug}/address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@PathParam("slug") String slug, @FormParam("address") @Nullable String address) {
        String typed = requireNonNullElse(address, "").strip();
        try {
            sections.move(visitor.actor(), slug, typed);
        } catch (Invalid refusal) {
            return refused(sections.find(slug), typed, refusal);
        }
        return Answers.go("/sections/" + typed, Told.SECTION_KEPT);
    }

    @POST
    @Path("{slug}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("slug") String slug, @FormParam("closed") @Nullable String closed) {
        boolean closing = "yes".equals(closed);
        try {
            sections.close(visitor.actor(), slug, closing);
        } catch (Invalid refusal) {
            return refused(sections.find(slug), "", refusal);
        }
        return Answers.go("/sections/" + slug, Told.SECTION_KEPT);
    }

    private Response refused(Section section, String address, Invalid refusal) {
        return Answers.page(Answers.UNPROCESSABLE, Templates
                .section(sheet(section, null, address, problems(refusal))));
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        RoomMessages words = tongue.words(RoomMessages.class);
        return Answers.problems(refusal, tongue.locale(), Map.of("kazakh", words.inKazakhName(), "russian",
                words.inRussianName(), "english", words.inEnglishName()));
    }

    private SectionSheet sheet(Section section, @Nullable Section into, String address, List<String> problems) {
        return new SectionSheet(section, Math.toIntExact(sections.live(section)), others(section), into, address,
                problems);
    }

    private List<Section> others(Section section) {
        return sections.all().stream().filter(other -> !other.closed() && !other.equals(section)).toList();
    }
}
