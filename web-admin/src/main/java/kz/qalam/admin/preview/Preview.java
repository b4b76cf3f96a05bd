package kz.qalam.admin.preview;

import java.util.Optional;

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
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.Story;

/** The current revision as readers would see it, beside its text, as wide as a phone or a desk. */
@Path("stories/{id}/preview")
@Authenticated
@Blocking
class Preview {

    private final Visitor visitor;
    private final Articles articles;
    private final Sections sections;
    private final Proofs proofs;
    private final RoutingContext request;

    Preview(Visitor visitor, Articles articles, Sections sections, Proofs proofs, RoutingContext request) {
        this.visitor = visitor;
        this.articles = articles;
        this.sections = sections;
        this.proofs = proofs;
        this.request = request;
    }

    @CheckedTemplate(basePath = "preview")
    static class Templates {
        static native TemplateInstance preview(Story story, boolean phone);

        static native TemplateInstance away(String lang);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@BeanParam StoryId id, @QueryParam("width") @Nullable String width) {
        return Templates.preview(articles.find(visitor.actor(), id.value()), "phone".equals(width));
    }

    /** What stands in the frame: a page without an origin, which may run and fetch nothing. */
    @GET
    @Path("page")
    public Response page(@BeanParam StoryId id) {
        Story story = articles.find(visitor.actor(), id.value());
        Optional<Proofs.Proof> proof = proofs.of(visitor.actor(), story.revision().copy(), sections.all());
        String policy = proof.map(Proofs.Proof::policy).orElse("default-src 'none'; style-src 'self'");
        HttpServerResponse response = request.response();
        // The headers that every answer has forbid frames; this one answer is for ours.
        request.addHeadersEndHandler(end -> {
            response.headers().set("Content-Security-Policy", policy + "; frame-ancestors 'self'; sandbox");
            response.headers().set("X-Frame-Options", "SAMEORIGIN");
        });
        return Response.ok(proof.map(Proofs.Proof::page)
                .orElseGet(() -> Templates.away(visitor.tongue().code()).render())).type("text/html;charset=UTF-8")
                .build();
    }
}
