package kz.qalam.admin.error;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.admin.ui.Answers;
import kz.qalam.admin.ui.Messages;
import kz.qalam.admin.ui.Tongue;
import kz.qalam.core.refusal.Refusal;

/**
 * The one place where a failed request to a page becomes a page, with the status that the API would give. The API's own
 * answers are problems in JSON and pass untouched.
 */
@ApplicationScoped
public class Mishaps {

    private static final Logger LOG = Logger.getLogger(Mishaps.class);
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";

    @CheckedTemplate(basePath = "error")
    static class Templates {
        static native TemplateInstance mishap(Mishap mishap);

        private Templates() {
        }
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || status == 499 || isApi(request.getUriInfo().getPath()) || isPage(response)) {
            return;
        }
        if (thrown instanceof Refusal refusal) {
            status = status(refusal);
        } else if (status == 403) {
            status = 404;
        } else if (status >= 500 && isAway(thrown)) {
            status = 503;
        }
        Cookie chosen = request.getCookies().get(Tongue.COOKIE);
        Tongue tongue = Tongue.of(chosen == null ? null : chosen.getValue(),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String reference = null;
        if (status == 500) {
            reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.errorf("%s %s failed, reference %s: %s", request.getMethod(), request.getUriInfo().getPath(), reference,
                    thrown == null ? "no exception" : thrown.getClass().getName());
        }
        response.setStatus(status);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        boolean isMissing = status == 404;
        response.setEntity(page(thrown instanceof Refusal refusal && !isMissing
                ? refused(refusal, tongue, status)
                : plain(tongue, status, reference)));
    }

    /** Answers a request that is turned away before any page or resource is looked for. */
    public void answer(RoutingContext request, int status) {
        io.vertx.core.http.Cookie chosen = request.request().getCookie(Tongue.COOKIE);
        Tongue tongue = Tongue.of(chosen == null ? null : chosen.getValue(),
                request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Mishap mishap = plain(tongue, status, null);
        request.response().setStatusCode(status);
        String path = request.request().path();
        if (path != null && isApi(path)) {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
                    .end("{\"type\":\"about:blank\",\"status\":%d,\"title\":\"%s\"}".formatted(status, mishap.title()));
        } else {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML).end(page(mishap));
        }
    }

    private static Mishap refused(Refusal refusal, Tongue tongue, int status) {
        Locale locale = tongue.locale();
        String detail = String.join(" ", Answers.problems(refusal, locale));
        return new Mishap(tongue, status, refusal.title(locale), detail, refusal.wayForward(locale), null);
    }

    /** The status that the API gives for the same refusal. */
    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case MISSING -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case INVALID -> 422;
            case TOO_LARGE -> 413;
            case PRECONDITION_REQUIRED -> 428;
            case UNAVAILABLE -> 503;
        };
    }

    private static Mishap plain(Tongue tongue, int status, @Nullable String reference) {
        Messages words = MessageBundles.get(Messages.class, Localized.Literal.of(tongue.code()));
        Trouble trouble = Trouble.of(status);
        return new Mishap(tongue, status, words.mishap(trouble), words.mishapDetail(trouble), null, reference);
    }

    private static String page(Mishap mishap) {
        return Templates.mishap(mishap).setLocale(mishap.tongue().locale()).render();
    }

    /** Only for the form of the answer; who may do what is never decided by path. */
    private static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    private static boolean isPage(ContainerResponseContext response) {
        return response.hasEntity() && response.getMediaType() != null
                && response.getMediaType().getSubtype().equals("html");
    }

    /** Whether the database or Keycloak does not answer, which is no bug and passes. */
    private static boolean isAway(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return true;
            }
            if (cause instanceof SQLException refused) {
                String state = refused.getSQLState();
                // 08: no connection; 53: no room for one; 57P: shutting down or starting up; none: the pool gave up
                return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
            }
        }
        return false;
    }
}
