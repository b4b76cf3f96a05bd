package kz.qalam.admin.newsroom;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.RoomMessages;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Desk.PublishingRule;
import kz.qalam.core.staff.Staff;

/** The desks: started, renamed, given rules, closed. */
@Path("desks")
@Authenticated
@Blocking
class Desks {

    private final Visitor visitor;
    private final Staff staff;

    Desks(Visitor visitor, Staff staff) {
        this.visitor = visitor;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "newsroom")
    static class Templates {
        static native TemplateInstance desks(DeskBook book);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        return Templates.desks(new DeskBook(staff.desks(visitor.actor()), UUID.randomUUID(), null, List.of()));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response establish(@BeanParam StoryId id, MultivaluedMap<String, String> form) {
        List<String> required = new ArrayList<>(List.of("headline"));
        List<String> advised = new ArrayList<>();
        for (String item : Desk.REQUIRABLE) {
            String need = requireNonNullElse(form.getFirst("item-" + item), "");
            if (need.equals("required") && !item.equals("headline")) {
                required.add(item);
            } else if (need.equals("advised")) {
                advised.add(item);
            }
        }
        PublishingRule rule = "BY_PUBLISHER".equals(form.getFirst("publishes"))
                ? PublishingRule.BY_PUBLISHER
                : PublishingRule.ON_APPROVAL;
        List<String> settled = Desk.SETTLEABLE.stream().filter(kind -> form.containsKey("settled-" + kind)).toList();
        Desk desk = new Desk(id.value(), text(form.getFirst("slug")), text(form.getFirst("name")), rule, required,
                advised, settled);
        try {
            staff.establish(visitor.actor(), desk);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.desks(new DeskBook(staff.desks(visitor.actor()), UUID.randomUUID(), desk,
                            problems(refusal))));
        }
        return Answers.go("/desks", Told.DESK_KEPT);
    }

    @POST
    @Path("{id}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@BeanParam StoryId id, @FormParam("closed") @Nullable String closed) {
        boolean closing = "yes".equals(closed);
        try {
            staff.close(visitor.actor(), id.value(), closing);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.desks(new DeskBook(staff.desks(visitor.actor()), UUID.randomUUID(), null,
                            problems(refusal))));
        }
        return Answers.go("/desks", Told.DESK_KEPT);
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        return Answers.problems(refusal, tongue.locale(),
                Map.of("name", tongue.words(RoomMessages.class).deskName()));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
