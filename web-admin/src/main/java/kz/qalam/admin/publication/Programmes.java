package kz.qalam.admin.publication;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;

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
import kz.qalam.api.problem.Statuses;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.refusal.FrozenAnew;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Actor;

/** What is planned and live, over the newsroom. */
@Path("publication")
@Authenticated
@Blocking
class Programmes {

    private static final int LIVE = 50;

    private final Visitor visitor;
    private final Publications publications;
    private final Freezing freezing;

    Programmes(Visitor visitor, Publications publications, Freezing freezing) {
        this.visitor = visitor;
        this.publications = publications;
        this.freezing = freezing;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance publication(Programme programme);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        return Templates.publication(programme("", List.of()));
    }

    private Programme programme(String typed, List<String> problems) {
        Actor actor = visitor.actor();
        return new Programme(publications.planned(actor, Publications.MOST),
                publications.failing(actor, Publications.MOST), publications.live(actor, LIVE),
                publications.ending(actor, Publications.MOST), typed, problems);
    }

    @POST
    @Path("freeze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response freeze(@FormParam("reason") @Nullable String reason) {
        String why = requireNonNullElse(reason, "");
        try {
            freezing.freeze(visitor.actor(), why);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.publication(programme(why, Answers.problems(refusal, visitor.tongue().locale()))));
        }
        return Answers.go("/publication", Told.FROZEN);
    }

    @POST
    @Path("unfreeze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unfreeze(@FormParam("freeze") @Nullable UUID known) {
        try {
            freezing.unfreeze(visitor.actor(), known);
        } catch (FrozenAnew refusal) {
            return Answers.page(Statuses.of(refusal), Templates.publication(
                    programme("", Answers.problems(refusal, visitor.tongue().locale()))));
        }
        return Answers.go("/publication", Told.UNFROZEN);
    }
}
