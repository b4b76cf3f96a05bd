package kz.qalam.admin.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.publication.Publications;
import kz.qalam.core.staff.Actor;

/** What is planned and live, over the newsroom. */
@Path("publication")
@Authenticated
@Blocking
class Programmes {

    private static final int LIVE = 50;

    private final Visitor visitor;
    private final Publications publications;

    Programmes(Visitor visitor, Publications publications) {
        this.visitor = visitor;
        this.publications = publications;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance publication(Programme programme);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        Actor actor = visitor.actor();
        return Templates.publication(new Programme(publications.planned(actor, Publications.MOST),
                publications.failing(actor, Publications.MOST), publications.live(actor, LIVE)));
    }
}
