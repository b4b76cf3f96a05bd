package kz.qalam.admin.tags;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.TagMessages;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.tag.Tag;
import kz.qalam.core.tag.TagPage;
import kz.qalam.core.tag.Tagging;
import kz.qalam.core.tag.Tags;

/** The tags: everybody sees them, editors start some, publishers and admins rename and merge them. */
@Path("tags")
@Authenticated
@Blocking
class TagRoom {

    private static final int ON_A_PAGE = 50;
    private static final int SUGGESTED = 8;

    private final Visitor visitor;
    private final Tags tags;
    private final Tagging tagging;

    TagRoom(Visitor visitor, Tags tags, Tagging tagging) {
        this.visitor = visitor;
        this.tags = tags;
        this.tagging = tagging;
    }

    @CheckedTemplate(basePath = "tagroom")
    static class Templates {
        static native TemplateInstance list(TagBook book);

        static native TemplateInstance tag(TagSheet sheet);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("q") @Nullable String words, @QueryParam("from") @Nullable String from) {
        return Templates.list(book(requireNonNullElse(words, ""), from, "", List.of()));
    }

    private TagBook book(String words, @Nullable String from, String typed, List<String> problems) {
        TagPage page = tags.list(words, from == null || from.isBlank() ? null : from, ON_A_PAGE);
        return new TagBook(page.tags(), words.strip(), page.next(), Tagging.startsTags(visitor.actor()), typed,
                problems);
    }

    /** The names that a field offers for what is typed there. */
    @GET
    @Path("names")
    @Produces(MediaType.APPLICATION_JSON)
    public String names(@QueryParam("q") @Nullable String typed) {
        visitor.actor();
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        tags.suggest(typed, SUGGESTED)
                .forEach(tag -> names.addObject().put("name", tag.name()).put("stories", tag.stories()));
        return names.toString();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@FormParam("name") @Nullable String name) {
        String typed = requireNonNullElse(name, "");
        try {
            return Answers.go("/tags/" + tagging.start(visitor.actor(), typed), Told.TAG_KEPT);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.list(book("", null, typed, problems(refusal))));
        }
    }

    @GET
    @Path("{tag}")
    public Response show(@PathParam("tag") String id) {
        Tag tag = tags.find(id(id));
        // Who has an old address of one that was merged is shown the one that stays
        return tag.id().toString().equals(id)
                ? Response.ok(Templates.tag(sheet(tag, tag.name(), null, "", List.of()))).build()
                : Answers.go("/tags/" + tag.id());
    }

    @POST
    @Path("{tag}/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(@PathParam("tag") String id, @FormParam("name") @Nullable String name) {
        String typed = requireNonNullElse(name, "");
        try {
            tagging.rename(visitor.actor(), id(id), typed);
        } catch (Invalid refusal) {
            return refused(id, typed, null, "", refusal);
        }
        return Answers.go("/tags/" + id, Told.TAG_KEPT);
    }

    /** Says first what would become one, and does it when that is confirmed: it cannot be undone. */
    @POST
    @Path("{tag}/merger")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(@PathParam("tag") String id, @FormParam("into") @Nullable String into,
            @FormParam("confirmed") @Nullable String confirmed) {
        if (!Tagging.namesTags(visitor.actor())) {
            throw new NotPermitted();
        }
        String typed = requireNonNullElse(into, "").strip();
        Tag ending = tags.find(id(id));
        if (confirmed != null) {
            UUID staying = id(confirmed);
            try {
                tagging.merge(visitor.actor(), ending.id(), staying);
            } catch (Invalid refusal) {
                return refused(id, ending.name(), null, typed, refusal);
            }
            return Answers.go("/tags/" + staying, Told.TAGS_MERGED);
        }
        Tag staying = tags.named(typed).orElse(null);
        if (staying == null || staying.id().equals(ending.id())) {
            return refused(id, ending.name(), null, typed,
                    Invalid.of("/into", staying == null ? "no-such-tag" : "same-tag"));
        }
        return Response.ok(Templates.tag(sheet(ending, ending.name(), staying, typed, List.of()))).build();
    }

    private Response refused(String id, String name, @Nullable Tag into, String asked, Invalid refusal) {
        return Answers.page(Answers.UNPROCESSABLE,
                Templates.tag(sheet(tags.find(id(id)), name, into, asked, problems(refusal))));
    }

    private TagSheet sheet(Tag tag, String name, @Nullable Tag into, String asked, List<String> problems) {
        return new TagSheet(tag, Tagging.namesTags(visitor.actor()), name, into, asked, problems);
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        return Answers.problems(refusal, tongue.locale(), Map.of("name", tongue.words(TagMessages.class).name()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
