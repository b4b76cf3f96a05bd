package kz.qalam.publishing.site;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.publishing.site.Answers.Answer;

/** Answers readers. Every answer is a file of the folder; the database has no part in it. */
@ApplicationScoped
class Serving {
    private static final Logger LOG = Logger.getLogger(Serving.class);

    private static final String VIEWS = "/-/views";
    private static final String ASSETS = "/-/assets/";
    private static final String MEDIA = "/-/media/";
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final int AFTER_ALL_ELSE = 100_000;

    /** Nothing may run, nothing may come from elsewhere, nobody may frame it. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** A correction or a withdrawal must reach the next reader: copies are kept, and asked about. */
    private static final String ASK_FIRST = "public, max-age=0, must-revalidate";

    private static final Pattern TAKES_GZIP = Pattern
            .compile("(^|,)\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*))?\\s*(,|$)");

    private final Answers answers;
    private final Vertx vertx;

    Serving(Answers answers, Vertx vertx) {
        this.answers = answers;
        this.vertx = vertx;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_ALL_ELSE);
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_ALL_ELSE).handler(this::answer);
    }

    /** Before any routing, so that no rule by path can be got round. */
    private void refuse(RoutingContext context) {
        var request = context.request();
        protect(request.response());
        var method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, "GET, HEAD").end();
        } else if (Address.path(request.uri()) == null) {
            request.response().setStatusCode(400).end();
        } else {
            context.next();
        }
    }

    private static void protect(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", POLICY).putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var path = Address.path(request.uri());
        if (path == null) {
            request.response().setStatusCode(400).end();
        } else if (path.equals(VIEWS)) {
            var of = request.getParam("path");
            away(context, () -> answers.views(of));
        } else {
            var atHand = Address.isOfFile(path) ? answers.atHand(path) : null;
            if (atHand != null) {
                send(context, atHand);
            } else {
                away(context, () -> answers.at(path));
            }
        }
    }

    /** Whatever may touch the disk keeps no other reader waiting. */
    private void away(RoutingContext context, Callable<Answer> find) {
        vertx.executeBlocking(find, false).onComplete(found -> {
            if (found.succeeded()) {
                send(context, found.result());
            } else {
                LOG.errorf("an answer failed: %s", found.cause().getClass().getSimpleName());
                context.response().setStatusCode(500).end();
            }
        });
    }

    private static void send(RoutingContext context, Answer answer) {
        var request = context.request();
        var response = request.response();
        var issue = answer.issue();
        response.setStatusCode(answer.status());
        if (answer.location() != null) {
            response.putHeader(HttpHeaders.LOCATION, answer.location()).putHeader(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                    .end();
            return;
        }
        var content = issue.content();
        if (content == null) {
            response.end();
            return;
        }
        var zipped = issue.zipped() != null && takesGzip(request) ? issue.zipped() : null;
        response.putHeader(HttpHeaders.CACHE_CONTROL,
                answer.file().startsWith(ASSETS) || answer.file().startsWith(MEDIA) ? FOR_EVER : ASK_FIRST);
        if (issue.zipped() != null) {
            response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
        if (answer.status() == 200) {
            response.putHeader(HttpHeaders.ETAG, "\"" + issue.tag() + (zipped == null ? "" : "-z") + "\"");
            if (isKnown(request, issue.tag())) {
                response.setStatusCode(304).end();
                return;
            }
        }
        var body = zipped == null ? content : zipped;
        if (zipped != null) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type(answer.file()))
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && TAKES_GZIP.matcher(accepted).find();
    }

    /** Whether the reader has these bytes, compressed or not. */
    private static boolean isKnown(HttpServerRequest request, String tag) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.strip().equals("*") || known.contains("\"" + tag + "\"")
                || known.contains("\"" + tag + "-z\""));
    }

    private static String type(String file) {
        return switch (file) {
            case "/feed.xml" -> "application/rss+xml; charset=utf-8";
            case "/atom.xml" -> "application/atom+xml; charset=utf-8";
            case "/feed.json" -> "application/feed+json; charset=utf-8";
            default -> switch (Newsstand.kind(file)) {
                case "html" -> "text/html; charset=utf-8";
                case "css" -> "text/css; charset=utf-8";
                case "xml" -> "application/xml; charset=utf-8";
                case "json" -> "application/json";
                case "txt" -> "text/plain; charset=utf-8";
                case "svg" -> "image/svg+xml";
                case "woff2" -> "font/woff2";
                case "webp" -> "image/webp";
                case "jpg" -> "image/jpeg";
                default -> "application/octet-stream";
            };
        };
    }
}
