package kz.qalam.admin.proofreading;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;

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
import kz.qalam.admin.ui.ProofMessages;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.style.IgnoredWords;

/** The page of the words that proofreading leaves alone: everybody sees it, editors and reviewers keep it. */
@Path("ignored-words")
@Authenticated
@Blocking
class Words {

    private final Visitor visitor;
    private final IgnoredWords words;

    Words(Visitor visitor, IgnoredWords words) {
        this.visitor = visitor;
        this.words = words;
    }

    @CheckedTemplate(basePath = "proofreading")
    static class Templates {
        static native TemplateInstance words(WordBook book);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        return Templates.words(book("", List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ignore(@FormParam("word") @Nullable String word) {
        String typed = requireNonNullElse(word, "");
        try {
            words.ignore(visitor.actor(), typed);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.words(
                    book(typed, problems(refusal))));
        }
        return visitor.isScript() ? Response.noContent().build() : Answers.go("/ignored-words");
    }

    private List<String> problems(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        return Answers.problems(refusal, tongue.locale(), Map.of("word", tongue.words(ProofMessages.class).word()));
    }

    @POST
    @Path("heeding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response heed(@FormParam("word") @Nullable String word) {
        words.heed(visitor.actor(), requireNonNullElse(word, ""));
        return visitor.isScript() ? Response.noContent().build() : Answers.go("/ignored-words");
    }

    private WordBook book(String typed, List<String> problems) {
        return new WordBook(words.all(), IgnoredWords.areOpenTo(visitor.actor()), typed, problems);
    }
}
