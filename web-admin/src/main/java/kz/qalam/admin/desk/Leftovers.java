package kz.qalam.admin.desk;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Keeping;
import kz.qalam.core.article.WorkingText;

/** What a person left unsaved: looked at and thrown away from their own desk, whatever became of its story. */
@Path("working-texts/{window}")
@Authenticated
@Blocking
class Leftovers {

    private final Visitor visitor;
    private final Keeping keeping;

    Leftovers(Visitor visitor, Keeping keeping) {
        this.visitor = visitor;
        this.keeping = keeping;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance leftover(WorkingText left);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance look(@PathParam("window") UUID window) {
        return Templates.leftover(keeping.own(visitor.actor(), window));
    }

    @POST
    @Path("disposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("window") UUID window) {
        keeping.discard(visitor.actor(), window);
        return Answers.go("/", Told.DISCARDED);
    }
}
