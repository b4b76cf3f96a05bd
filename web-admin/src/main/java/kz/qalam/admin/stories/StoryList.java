package kz.qalam.admin.stories;

import java.util.Arrays;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Sectioning;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Stage;
import kz.qalam.core.article.StoryFilter;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Staff;

/** All stories that a person may see, narrowed as they ask. */
@Path("stories")
@Authenticated
@Blocking
class StoryList {

    private static final int A_PAGE = 30;

    private final Visitor visitor;
    private final Articles articles;
    private final Sectioning sections;
    private final Staff staff;

    StoryList(Visitor visitor, Articles articles, Sectioning sections, Staff staff) {
        this.visitor = visitor;
        this.articles = articles;
        this.sections = sections;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "stories")
    static class Templates {
        static native TemplateInstance stories(Listing listing);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("stage") @Nullable String stage, @QueryParam("desk") @Nullable String desk,
            @QueryParam("section") @Nullable String section, @QueryParam("author") @Nullable String author,
            @QueryParam("q") @Nullable String words, @QueryParam("cursor") @Nullable String cursor) {
        Actor actor = visitor.actor();
        boolean mine = "me".equals(author);
        StoryFilter filter = new StoryFilter(stage(stage), id(desk), blank(section), mine ? actor.username() : null,
                blank(words));
        return Templates.stories(new Listing(filter, mine, blank(cursor) != null,
                articles.list(actor, filter, blank(cursor), A_PAGE), sections.names(), staff.desks()));
    }

    /** What an address does not say clearly does not narrow the list. */
    private static @Nullable Stage stage(@Nullable String name) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
