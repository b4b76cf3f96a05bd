package kz.qalam.admin.error;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Messages;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.api.Api;
import kz.qalam.api.problem.Problems;
import kz.qalam.api.problem.Trace;
import kz.qalam.core.refusal.Refusal;

/**
 * The one place where a failed request to a page becomes a page, with the status that the API would give. The API's own
 * answers are problems in JSON and pass untouched.
 */
@ApplicationScoped
public class Mishaps {

    private static final Logger LOG = Logger.getLogger(Mishaps.class);
    /** The fields of forms that take more than a line; the writing page keeps its own. */
    private static final List<String> WRITTEN = List.of("note", "quoted", "said", "reason", "notice", "alt", "text");

    private static final String HTML = "text/html;charset=UTF-8";

    @CheckedTemplate(basePath = "error")
    static class Templates {
        static native TemplateInstance mishap(Mishap mishap);

        private Templates() {
        }
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || status == 499 || Api.isApi(request.getUriInfo()) || isPage(response)) {
            return;
        }
        if (status == 403 && !(thrown instanceof Refusal)) {
            status = 404;
        }
        Cookie chosen = request.getCookies().get(Tongue.COOKIE);
        Tongue tongue = Tongue.of(chosen == null ? null : chosen.getValue(),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String reference = null;
        if (status == 500 && thrown != null && isUnreadableForm(thrown)) {
            status = 400;
        }
        if (status == 500) {
            reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.errorf("%s %s failed, reference %s: %s", request.getMethod(), request.getUriInfo().getPath(), reference,
                    thrown == null ? "nothing was thrown" : new Trace(thrown));
        }
        response.setStatus(status);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        boolean isMissing = status == 404;
        response.setEntity(page(thrown instanceof Refusal refusal && !isMissing
                ? refused(refusal, tongue, status, typed())
                : plain(tongue, status, reference, typed())));
    }

    /** Whether the form itself could not be read: what was sent is none, or has more fields than any page. */
    private static boolean isUnreadableForm(Throwable thrown) {
        List<String> frames = Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName).toList();
        return frames.stream().anyMatch(name -> name.startsWith(FormData.class.getPackageName() + "."))
                && frames.stream().noneMatch(name -> name.startsWith("kz.qalam."));
    }

    /** Answers a request that is turned away before any page or resource is looked for. */
    public void answer(RoutingContext request, int status) {
        String path = request.request().path();
        if (path != null && Api.isApi(path)) {
            Problems.answer(request, status);
            return;
        }
        io.vertx.core.http.Cookie chosen = request.request().getCookie(Tongue.COOKIE);
        Tongue tongue = Tongue.of(chosen == null ? null : chosen.getValue(),
                request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, HTML)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(page(plain(tongue, status, null, List.of())));
    }

    /** What a person wrote into the fields that take more than a line. A file, or a body that was never read, is not there. */
    private static List<String> typed() {
        // asked of the request itself: what a filter is given hides the form
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        FormData form = request == null ? null : request.getFormData();
        if (form == null) {
            return List.of();
        }
        return WRITTEN.stream().map(form::getFirst).filter(value -> value != null && !value.isFileItem())
                .map(FormValue::getValue).filter(text -> text != null && !text.isBlank()).toList();
    }

    private static Mishap refused(Refusal refusal, Tongue tongue, int status, List<String> typed) {
        Locale locale = tongue.locale();
        String detail = String.join(" ", Answers.problems(refusal, locale));
        return new Mishap(tongue, status, refusal.type(), refusal.title(locale), detail, refusal.wayForward(locale),
                null, typed);
    }

    private static Mishap plain(Tongue tongue, int status, @Nullable String reference, List<String> typed) {
        Messages words = tongue.words(Messages.class);
        Trouble trouble = Trouble.of(status);
        return new Mishap(tongue, status, "", words.mishap(trouble), words.mishapDetail(trouble), null, reference,
                typed);
    }

    private static String page(Mishap mishap) {
        return Templates.mishap(mishap).setLocale(mishap.tongue().locale()).render();
    }

    private static boolean isPage(ContainerResponseContext response) {
        return response.hasEntity() && response.getMediaType() != null
                && response.getMediaType().getSubtype().equals("html");
    }
}
