package kz.qalam.admin.deliveries;

import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.publication.DeliveryLine;
import kz.qalam.core.publication.Publications;

/** What was sent, what waits to be tried again, and sending again. */
@Path("deliveries")
@Authenticated
@Blocking
class Deliveries {

    private static final int A_PAGE = 50;

    private final Visitor visitor;
    private final Publications publications;

    Deliveries(Visitor visitor, Publications publications) {
        this.visitor = visitor;
        this.publications = publications;
    }

    @CheckedTemplate(basePath = "deliveries")
    static class Templates {
        static native TemplateInstance deliveries(boolean open, DeliveryLine.Part part);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("open") @Nullable String open,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean narrowed = "true".equals(open);
        return Templates.deliveries(narrowed, publications.deliveries(visitor.actor(), narrowed,
                cursor == null || cursor.isBlank() ? null : cursor, A_PAGE));
    }

    @POST
    @Path("{id}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resend(@BeanParam StoryId delivery) {
        UUID id = delivery.value();
        publications.resend(visitor.actor(), id);
        return Answers.go("/deliveries", Told.RESENT);
    }
}
