package kz.qalam.admin.style;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;

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
import kz.qalam.admin.style.Spellings.Typed;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.StyleMessages;
import kz.qalam.admin.ui.Told;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.language.script.Exceptions.Entry;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.style.ExceptionLexicon;
import kz.qalam.core.style.LexiconVersion;
import kz.qalam.core.style.Spelt;

/** The exception lexicon: everybody reads and tries it, editors write it, a second person approves it. */
@Path("lexicon")
@Authenticated
@Blocking
class LexiconRoom {

    private static final int SHOWN = 20;

    private final Visitor visitor;
    private final ExceptionLexicon lexicon;

    LexiconRoom(Visitor visitor, ExceptionLexicon lexicon) {
        this.visitor = visitor;
        this.lexicon = lexicon;
    }

    @CheckedTemplate(basePath = "style")
    static class Templates {
        static native TemplateInstance lexicon(Spellings lexicon);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("stem") @Nullable String stem) {
        Typed typed = lexicon.newest().entries().stream().filter(entry -> entry.stem().equals(stem)).findFirst()
                .map(entry -> new Typed(entry, entry.stem())).orElse(Typed.NOTHING);
        return Templates.lexicon(spellings(typed, "", null, List.of()));
    }

    /** Writes nothing; but what is tried may be a draft's, and addresses are noted in many places. */
    @POST
    @Path("trial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response attempt(@FormParam("text") @Nullable String text) {
        String tried = requireNonNullElse(text, "");
        try {
            Spelt spelt = tried.isBlank() ? null : lexicon.spelt(tried, lexicon.newest());
            return Answers.page(200, Templates.lexicon(spellings(Typed.NOTHING, tried, spelt, List.of())));
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.lexicon(spellings(Typed.NOTHING, tried, null, said(refusal))));
        }
    }

    private Spellings spellings(Typed typed, String text, @Nullable Spelt spelt, List<String> problems) {
        Actor actor = visitor.actor();
        LexiconVersion newest = lexicon.newest();
        boolean waits = newest.number() > 0 && newest.approval() == null;
        return new Spellings(lexicon.live(), newest, lexicon.versions(Integer.MAX_VALUE, SHOWN + 1),
                ExceptionLexicon.isWritableBy(actor),
                waits && newest.returned() == null && lexicon.mayJudge(actor, newest), typed, text, spelt,
                problems);
    }

    private List<String> said(Invalid refusal) {
        Tongue tongue = visitor.tongue();
        StyleMessages words = tongue.words(StyleMessages.class);
        return Answers.problems(refusal, tongue.locale(), Map.of("stem", words.stem(), "latin", words.inLatin(),
                "arabic", words.inArabic(), "remark", words.lexiconRemark(), "text", words.tryText()));
    }

    /**
     * One entry, new or changed, as a new version of the whole.
     *
     * @param base the version that the page showed
     * @param replaces the stem of the entry that was opened to be changed, which the new one may have no more
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@FormParam("base") int base, @FormParam("stem") @Nullable String stem,
            @FormParam("latin") @Nullable String latin, @FormParam("arabic") @Nullable String arabic,
            @FormParam("as-is") @Nullable String asIs, @FormParam("replaces") @Nullable String replaces) {
        Entry entry = new Entry(requireNonNullElse(stem, ""), blank(latin), blank(arabic), asIs != null);
        Typed typed = new Typed(entry, requireNonNullElse(replaces, ""));
        try {
            lexicon.put(visitor.actor(), base, typed.replaces().isEmpty() ? stem : replaces, entry);
            return Answers.go("/lexicon", Told.LEXICON_KEPT);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE, Templates.lexicon(spellings(typed, "", null, said(refusal))));
        } catch (VersionMoved moved) {
            return moved(typed, moved);
        }
    }

    private static @Nullable String blank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    private Response moved(Typed typed, VersionMoved moved) {
        return Answers.page(Response.Status.CONFLICT.getStatusCode(), Templates.lexicon(
                spellings(typed, "", null, Answers.problems(moved, visitor.tongue().locale()))));
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response drop(@FormParam("base") int base, @FormParam("stem") @Nullable String stem) {
        try {
            lexicon.drop(visitor.actor(), base, requireNonNullElse(stem, ""));
            return Answers.go("/lexicon", Told.LEXICON_KEPT);
        } catch (VersionMoved moved) {
            return moved(Typed.NOTHING, moved);
        }
    }

    /**
     * An older version once more, as a draft that waits for approval like any other.
     *
     * @param base the version that the page showed as the newest
     */
    @POST
    @Path("restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response restore(@FormParam("base") int base, @FormParam("version") int version) {
        try {
            lexicon.restore(visitor.actor(), base, version);
            return Answers.go("/lexicon", Told.LEXICON_KEPT);
        } catch (VersionMoved moved) {
            return moved(Typed.NOTHING, moved);
        }
    }

    /** @param version the one that was looked at */
    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@FormParam("version") int version) {
        try {
            lexicon.approve(visitor.actor(), version);
            return Answers.go("/lexicon", Told.LEXICON_APPROVED);
        } catch (VersionMoved moved) {
            return moved(Typed.NOTHING, moved);
        }
    }

    /** @param version the one that was looked at */
    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendBack(@FormParam("version") int version, @FormParam("remark") @Nullable String remark) {
        try {
            lexicon.sendBack(visitor.actor(), version, remark);
            return Answers.go("/lexicon", Told.CHANGES_REQUESTED);
        } catch (Invalid refusal) {
            return Answers.page(Answers.UNPROCESSABLE,
                    Templates.lexicon(spellings(Typed.NOTHING, "", null, said(refusal))));
        } catch (VersionMoved moved) {
            return moved(Typed.NOTHING, moved);
        }
    }
}
