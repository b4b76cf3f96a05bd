package kz.qalam.admin.ui;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Refusal;

/** The few ways in which a page answers. */
public final class Answers {

    /** What was sent cannot be accepted as it is. */
    public static final int UNPROCESSABLE = 422;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

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

    /** What is wrong with what a form sent, in sentences. */
    public static List<String> problems(Refusal refusal, Locale locale) {
        if (refusal instanceof Invalid invalid) {
            return invalid.problems().stream().map(problem -> problem.text(locale)).distinct().toList();
        }
        return List.of(refusal.detail(locale));
    }
}
