package kz.qalam.admin.staff;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import kz.qalam.admin.staff.Roll.Typed;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Ids;
import kz.qalam.admin.ui.RoomMessages;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.staff.Invitation;
import kz.qalam.core.staff.Inviting;
import kz.qalam.core.staff.Membership;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/** The people: invited, given roles, suspended, brought back. */
@Path("staff")
@Authenticated
@Blocking
class People {

    private static final int A_PAGE = 50;

    private final Visitor visitor;
    private final Staff staff;
    private final Inviting inviting;

    People(Visitor visitor, Staff staff, Inviting inviting) {
        this.visitor = visitor;
        this.staff = staff;
        this.inviting = inviting;
    }

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance staff(Roll roll);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return Templates.staff(roll(Ids.said(after), null, Typed.NOTHING, List.of()));
    }

    private Roll roll(@Nullable UUID after, @Nullable Invitation invitation, Typed typed, List<String> problems) {
        return new Roll(staff.list(visitor.actor(), after, A_PAGE), staff.desks(), invitation, typed, problems);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@FormParam("username") @Nullable String username, @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email, @FormParam("desk") @Nullable String desk,
            @FormParam("role") @Nullable String role) {
        Typed typed = new Typed(requireNonNullElse(username, ""), requireNonNullElse(name, ""),
                requireNonNullElse(email, ""));
        try {
            List<Membership> posts = role == null || role.isEmpty() ? List.of() : List.of(post(desk, role));
            Invitation invitation = inviting.invite(visitor.actor(), typed.username(), typed.name(), typed.email(),
                    posts);
            return Answers.page(200, Templates.staff(roll(null, invitation, Typed.NOTHING, List.of())));
        } catch (Invalid refusal) {
            return refused(typed, refusal);
        }
    }

    private Response refused(Typed typed, Invalid refusal) {
        return Answers.page(Answers.UNPROCESSABLE, Templates
                .staff(roll(null, null, typed, problems(refusal))));
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        RoomMessages words = tongue.words(RoomMessages.class);
        return Answers.problems(refusal, tongue.locale(), Map.of("name", words.personName(), "email", words.email()));
    }

    private static Membership post(@Nullable String desk, String named) {
        Role role = Arrays.stream(Role.values()).filter(each -> each.name().equals(named)).findFirst()
                .orElseThrow(NotFound::new);
        return new Membership(role == Role.ADMIN ? null : Ids.said(desk), role);
    }

    @POST
    @Path("{id}/memberships")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appoint(@BeanParam StoryId person, @FormParam("desk") @Nullable String desk,
            @FormParam("role") @Nullable String role) {
        Membership post = post(desk, requireNonNullElse(role, ""));
        staff.appoint(visitor.actor(), person.value(), post.desk(), post.role());
        return Answers.go("/staff#p" + person.value(), Told.APPOINTED);
    }

    @POST
    @Path("{id}/memberships/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dismiss(@BeanParam StoryId person, @FormParam("desk") @Nullable String desk,
            @FormParam("role") @Nullable String role) {
        Membership post = post(desk, requireNonNullElse(role, ""));
        staff.dismiss(visitor.actor(), person.value(), post.desk(), post.role());
        return Answers.go("/staff#p" + person.value(), Told.DISMISSED);
    }

    @POST
    @Path("{id}/suspension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response suspend(@BeanParam StoryId person) {
        boolean closed = inviting.suspend(visitor.actor(), person.value());
        return Answers.go("/staff#p" + person.value(), closed ? Told.SUSPENDED : Told.SUSPENDED_HERE);
    }

    @POST
    @Path("{id}/suspension/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bringBack(@BeanParam StoryId person) {
        inviting.bringBack(visitor.actor(), person.value());
        return Answers.go("/staff#p" + person.value(), Told.BROUGHT_BACK);
    }

    @POST
    @Path("{id}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response renewPassword(@BeanParam StoryId person) {
        try {
            Invitation invitation = inviting.renewPassword(visitor.actor(), person.value());
            return Answers.page(200, Templates.staff(roll(null, invitation, Typed.NOTHING, List.of())));
        } catch (Invalid refusal) {
            return refused(Typed.NOTHING, refusal);
        }
    }
}
