package kz.qalam.admin.ui;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

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

    /** What is wrong with what was sent, in sentences, each with the name of the copy's field where it is of one. */
    public static List<String> problems(Refusal refusal, Locale locale) {
        Messages words = MessageBundles.get(Messages.class, Localized.Literal.of(locale.toLanguageTag()));
        return sentences(refusal, locale, pointer -> {
            String field = pointer.replaceFirst("^/([^/]*).*$", "$1");
            return FIELDS.contains(field) ? words.field(field) : null;
        });
    }

    /**
     * The same for a form that is no copy: the slug of a desk is not a story's.
     *
     * @param labels of the form's fields, by the last part of the pointer; those whose refusals name them have none here
     */
    public static List<String> problems(Refusal refusal, Locale locale, Map<String, String> labels) {
        return sentences(refusal, locale, pointer -> labels.get(pointer.substring(pointer.lastIndexOf('/') + 1)));
    }

    private static List<String> sentences(Refusal refusal, Locale locale, Function<String, @Nullable String> label) {
        if (!(refusal instanceof Invalid invalid)) {
            return List.of(refusal.detail(locale));
        }
        return invalid.problems().stream().map(problem -> {
            String field = label.apply(problem.pointer());
            return field == null ? problem.text(locale) : field + ": " + problem.text(locale);
        }).distinct().toList();
    }
}
