package kz.qalam.admin.writing;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.preview.Framing;
import kz.qalam.admin.preview.Lettered;
import kz.qalam.admin.ui.Visitor;

/**
 * The text of a writing page as readers would see it, saved or not, in one of its scripts. It is what whoever asks has sent, with the pictures that
 * they may see; no story is looked at, and nothing is kept.
 */
@Path("unsaved-preview")
@Authenticated
@Blocking
class UnsavedPreview {

    private final Visitor visitor;
    private final Framing framing;

    UnsavedPreview(Visitor visitor, Framing framing) {
        this.visitor = visitor;
        this.framing = framing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response show(@BeanParam CopyForm form, @FormParam("script") @Nullable String script) {
        return framing.of(visitor.actor(), form.typed(), Lettered.named(script));
    }
}
