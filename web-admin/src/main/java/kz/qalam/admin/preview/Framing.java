package kz.qalam.admin.preview;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Sections;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.staff.Actor;

/** Answers with a copy as readers would see it: a page for a frame without an origin, which may run and fetch nothing. */
@RequestScoped
public class Framing {

    private final Visitor visitor;
    private final Sections sections;
    private final Proofs proofs;
    private final RoutingContext request;

    Framing(Visitor visitor, Sections sections, Proofs proofs, RoutingContext request) {
        this.visitor = visitor;
        this.sections = sections;
        this.proofs = proofs;
        this.request = request;
    }

    @CheckedTemplate(basePath = "preview")
    static class Templates {
        static native TemplateInstance away(String lang);

        static native TemplateInstance refused(String lang, List<String> problems);

        private Templates() {
        }
    }

    /** The page; where the copy breaks its limits, what is wrong with it. Nothing of it is kept. */
    public Response of(Actor actor, Copy copy, Lettered script) {
        Optional<Proofs.Proof> proof;
        try {
            proof = proofs.of(actor, copy.checked(), script, sections.all());
        } catch (Invalid | TooLarge refusal) {
            return framed(Answers.UNPROCESSABLE, refused(refusal), policy(Optional.empty()));
        }
        return framed(200, proof.map(Proofs.Proof::page)
                .orElseGet(() -> Templates.away(visitor.tongue().code()).render()), policy(proof));
    }

    private String refused(Refusal refusal) {
        return Templates.refused(visitor.tongue().code(), Answers.problems(refusal, visitor.tongue().locale()))
                .render();
    }

    private static String policy(Optional<Proofs.Proof> proof) {
        return proof.map(Proofs.Proof::policy).orElse("default-src 'none'; style-src 'unsafe-inline'");
    }

    private Response framed(int status, String page, String policy) {
        HttpServerResponse response = request.response();
        // The headers that every answer has forbid frames; this one answer is for ours.
        request.addHeadersEndHandler(end -> {
            response.headers().set("Content-Security-Policy", policy + "; frame-ancestors 'self'; sandbox");
            response.headers().set("X-Frame-Options", "SAMEORIGIN");
        });
        return Response.status(status).entity(page).type("text/html;charset=UTF-8").build();
    }
}
