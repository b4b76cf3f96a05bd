package kz.qalam.admin.preview;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Story;

/** The current revision as readers would see it, beside its text, as wide as a phone or a desk. */
@Path("stories/{id}/preview")
@Authenticated
@Blocking
class Preview {

    private final Visitor visitor;
    private final Articles articles;
    private final Framing framing;

    Preview(Visitor visitor, Articles articles, Framing framing) {
        this.visitor = visitor;
        this.articles = articles;
        this.framing = framing;
    }

    @CheckedTemplate(basePath = "preview")
    static class Templates {
        static native TemplateInstance preview(Story story, boolean phone, Lettered script, List<Lettered> scripts);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@BeanParam StoryId id, @QueryParam("width") @Nullable String width,
            @QueryParam("script") @Nullable String script) {
        Story story = articles.find(visitor.actor(), id.value());
        return Templates.preview(story, "phone".equals(width), Lettered.named(script),
                Lettered.of(story.revision().copy()));
    }

    /** What stands in the frame: a page without an origin, which may run and fetch nothing. */
    @GET
    @Path("page")
    public Response page(@BeanParam StoryId id, @QueryParam("script") @Nullable String script) {
        return framing.of(visitor.actor(), articles.find(visitor.actor(), id.value()).revision().copy(),
                Lettered.named(script));
    }
}
