package kz.qalam.admin.ui;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Refusal;

/** The few ways in which a page answers. */
public final class Answers {

    /** What was sent cannot be accepted as it is. */
    public static final int UNPROCESSABLE = 422;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    /** The fields of a copy, whose names a person sees on the writing page. */
    private static final Set<String> FIELDS = Set.of("headline", "lead", "picture", "body", "bylines", "source",
            "section", "tags", "slug", "seo");

    private Answers() {
    }

    /** After an act, the page that shows its outcome and tells of it. */
    public static Response go(String address, Told told) {
        return Response.seeOther(URI.create(address)).cookie(told.cookie()).build();
    }

    public static Response go(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** A page with a status of its own: a form that was not accepted, say. */
    public static Response page(int status, TemplateInstance template) {
        return Response.status(status).type(HTML).entity(template.render()).build();
    }

    /** What is wrong with what was sent, in sentences, each with the name of the field where that is known. */
    public static List<String> problems(Refusal refusal, Locale locale) {
        if (!(refusal instanceof Invalid invalid)) {
            return List.of(refusal.detail(locale));
        }
        Messages words = MessageBundles.get(Messages.class, Localized.Literal.of(locale.toLanguageTag()));
        return invalid.problems().stream().map(problem -> {
            String field = problem.pointer().replaceFirst("^/([^/]*).*$", "$1");
            String text = problem.text(locale);
            return FIELDS.contains(field) ? words.field(field) + ": " + text : text;
        }).distinct().toList();
    }
}
