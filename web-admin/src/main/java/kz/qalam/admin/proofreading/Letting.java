package kz.qalam.admin.proofreading;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StoryId;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.language.proofing.Passage;
import kz.qalam.core.review.LettingStand;

/** Lets a finding stand in a story, and has it marked again. */
@Path("stories/{id}/stets")
@Authenticated
@Blocking
class Letting {

    private final Visitor visitor;
    private final LettingStand letting;

    Letting(Visitor visitor, LettingStand letting) {
        this.visitor = visitor;
        this.letting = letting;
    }

    /**
     * @param passage the line that the finding stands in: a JSON array of one, as it is sent to be read
     * @param pointer instead, from the submission page: where it stands in the saved {@code revision}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response letStand(@BeanParam StoryId id, @FormParam("passages") @Nullable String passage,
            @FormParam("start") int start, @FormParam("end") int end, @FormParam("kind") @Nullable String kind,
            @FormParam("reason") @Nullable String reason, @FormParam("revision") int revision,
            @FormParam("pointer") @Nullable String pointer) {
        if (pointer != null) {
            letting.letStand(visitor.actor(), id.value(), revision, pointer, start, end,
                    requireNonNullElse(kind, ""), reason);
            return Answers.go("/stories/" + id.value() + "/submission");
        }
        List<Passage> lines = Reader.passages(requireNonNullElse(passage, ""));
        letting.letStand(visitor.actor(), id.value(), lines.isEmpty() ? new Passage("", List.of()) : lines.get(0),
                start, end, requireNonNullElse(kind, ""), reason);
        return Response.noContent().build();
    }

    /** @param back from which of the story's pages: its review unless it is said to be its submission */
    @POST
    @Path("{stet}/marking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response markAgain(@BeanParam StoryId id, @PathParam("stet") UUID stet,
            @FormParam("back") @Nullable String back) {
        letting.markAgain(visitor.actor(), id.value(), stet);
        return visitor.isScript()
                ? Response.noContent().build()
                : Answers.go("/stories/" + id.value() + ("submission".equals(back) ? "/submission" : "/review"));
    }
}
