package kz.qalam.publishing.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.publishing.site.Answers.Answer;
import kz.qalam.publishing.target.Pressed;
import kz.qalam.publishing.views.Views;
import kz.qalam.publishing.views.Visit;

/** Answers readers. Every answer is a file of the folder; the database has no part in it. */
@ApplicationScoped
class Serving {
    private static final Logger LOG = Logger.getLogger(Serving.class);

    private static final String VIEWS = "/-/views";
    private static final String ASSETS = "/-/assets/";
    private static final String CARDS = "/-/cards/";
    private static final String MEDIA = "/-/media/";
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final int AFTER_ALL_ELSE = 100_000;

    /** Nothing may come from elsewhere, nobody may frame it; what runs is the site's own file that asks for a count. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders
            .createOptimized("content-security-policy");
    /** Written out once: their bytes are not made anew for each answer. */
    private static final Map<CharSequence, CharSequence> PROTECTION = Map.of(
            CONTENT_SECURITY_POLICY, HttpHeaders.createOptimized(POLICY),
            HttpHeaders.createOptimized("x-content-type-options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("referrer-policy"),
            HttpHeaders.createOptimized("strict-origin-when-cross-origin"),
            HttpHeaders.createOptimized("cross-origin-opener-policy"), HttpHeaders.createOptimized("same-origin"),
            HttpHeaders.createOptimized("permissions-policy"),
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=()"));
    private static final CharSequence PURPOSE = HttpHeaders.createOptimized("sec-purpose");
    private static final CharSequence OLD_PURPOSE = HttpHeaders.createOptimized("purpose");
    private static final CharSequence X_MOZ = HttpHeaders.createOptimized("x-moz");
    private static final CharSequence DESTINATION = HttpHeaders.createOptimized("sec-fetch-dest");
    private static final CharSequence SITE = HttpHeaders.createOptimized("sec-fetch-site");
    private static final String FROM_OURSELVES = "same-origin";
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("x-forwarded-for");
    private static final int MOST_ADDRESSES = 20_000;

    private static final CharSequence FOR_EVER = HttpHeaders.createOptimized("public, max-age=31536000, immutable");
    /** A correction or a withdrawal must reach the next reader: copies are kept, and asked about. */
    private static final CharSequence ASK_FIRST = HttpHeaders.createOptimized("public, max-age=0, must-revalidate");
    /** In seconds: when who met a house that is held may ask again. */
    private static final CharSequence LATER = HttpHeaders.createOptimized("300");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence BY_ENCODING = HttpHeaders.createOptimized("Accept-Encoding");

    private static final Pattern TAKES_GZIP = takes("gzip");
    private static final Pattern TAKES_BROTLI = takes("br");

    private static Pattern takes(String coding) {
        return Pattern.compile(
                "(^|,)\\s*" + coding + "\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*))?\\s*(,|$)");
    }

    /** Addresses as readers' programs sent them, and the path that each means. */
    private final Cache<String, String> asked = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    private final Answers answers;
    private final Views views;
    private final Vertx vertx;
    private final Proxies proxies;

    Serving(Answers answers, Views views, Vertx vertx, SiteConfig config) {
        this.proxies = new Proxies(config.proxies().orElse(List.of()));
        this.answers = answers;
        this.views = views;
        this.vertx = vertx;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_ALL_ELSE);
    }

    void route(@Observes Router router) {
        router.route().order(AFTER_ALL_ELSE).handler(this::answer);
    }

    /**
     * Before any routing, so that no rule by path can be got round. What is at hand is handed out here and now, on the event
     * loop: that is nearly every request.
     */
    private void refuse(RoutingContext context) {
        var request = context.request();
        protect(request.response());
        var method = request.method();
        var known = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
                ? asked.getIfPresent(request.uri())
                : null;
        if (known != null) {
            var atHand = answers.atHand(known);
            if (atHand != null) {
                send(request, atHand);
                count(request, known, atHand);
                return;
            }
        }
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            request.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, "GET, HEAD").end();
        } else if (Address.path(request.uri()) == null) {
            request.response().setStatusCode(400).end();
        } else {
            context.next();
        }
    }

    private static void protect(HttpServerResponse response) {
        var headers = response.headers();
        PROTECTION.forEach(headers::add);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var path = Address.path(request.uri());
        if (path == null) {
            request.response().setStatusCode(400).end();
        } else if (path.equals(VIEWS)) {
            var of = request.getParam("path");
            away(context, () -> {
                var answer = answers.views(of);
                if (of != null && answer.status() == 200) {
                    countAsked(request, of);
                }
                return answer;
            });
        } else {
            var atHand = Address.isOfFile(path) ? answers.atHand(path) : null;
            if (atHand != null) {
                // Refused, decoded and found once, an address need not be read again.
                asked.put(request.uri(), path);
                send(request, atHand);
                count(request, path, atHand);
            } else {
                away(context, () -> {
                    var answer = answers.at(path);
                    count(request, path, answer);
                    return answer;
                });
            }
        }
    }

    /** Who has just been given a story has read it, as far as anyone can tell. */
    private void count(HttpServerRequest request, String path, Answer answer) {
        if (answer.status() == 200 && path.endsWith("/") && request.method().equals(HttpMethod.GET)) {
            views.handedOut(new Visit(path, address(request), request.getHeader(HttpHeaders.USER_AGENT),
                    purpose(request), request.getHeader(DESTINATION)));
        }
    }

    /**
     * A page that asks how often it was read is before a reader, whoever handed it out: a server before this one, a cache, or
     * the browser, which had fetched it ahead. Who was counted when it went out from here is not counted again.
     */
    private void countAsked(HttpServerRequest request, String path) {
        if (FROM_OURSELVES.equals(request.getHeader(SITE)) && request.method().equals(HttpMethod.GET)) {
            views.handedOut(new Visit(path, address(request), request.getHeader(HttpHeaders.USER_AGENT),
                    purpose(request), null));
        }
    }

    private String address(HttpServerRequest request) {
        var from = request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().hostAddress());
        return proxies.reader(from, request.getHeader(FORWARDED));
    }

    private static @Nullable String purpose(HttpServerRequest request) {
        var purpose = request.getHeader(PURPOSE);
        if (purpose == null) {
            purpose = request.getHeader(OLD_PURPOSE);
        }
        return purpose == null ? request.getHeader(X_MOZ) : purpose;
    }

    /** Whatever may touch the disk keeps no other reader waiting. */
    private void away(RoutingContext context, Callable<Answer> find) {
        vertx.executeBlocking(find, false).onComplete(found -> {
            if (found.succeeded()) {
                send(context.request(), found.result());
            } else {
                LOG.errorf("an answer failed: %s", found.cause().getClass().getSimpleName());
                context.response().setStatusCode(500).end();
            }
        });
    }

    private static void send(HttpServerRequest request, Answer answer) {
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
        var coding = coding(request, issue);
        if (answer.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, LATER).putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .putHeader(CONTENT_SECURITY_POLICY, Closed.POLICY);
        } else {
            response.putHeader(HttpHeaders.CACHE_CONTROL, isForEver(answer.file()) ? FOR_EVER : ASK_FIRST);
        }
        if (issue.zipped() != null) {
            response.putHeader(HttpHeaders.VARY, BY_ENCODING);
        }
        if (answer.status() == 200) {
            response.putHeader(HttpHeaders.ETAG,
                    "\"" + issue.tag() + (coding == null ? "" : "-" + coding.coding()) + "\"");
            if (isKnown(request, issue.tag())) {
                response.setStatusCode(304).end();
                return;
            }
        }
        var body = content;
        if (coding != null) {
            body = Objects.requireNonNull(coding == Pressed.BROTLI ? issue.brotli() : issue.zipped());
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.coding());
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type(answer.file()))
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean isForEver(String file) {
        return file.startsWith(ASSETS) || file.startsWith(CARDS) || file.startsWith(MEDIA);
    }

    /** In which form it is sent; null: as it is. */
    private static @Nullable Pressed coding(HttpServerRequest request, Issue issue) {
        var accepted = issue.zipped() == null ? null : request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return null;
        }
        if (issue.brotli() != null && TAKES_BROTLI.matcher(accepted).find()) {
            return Pressed.BROTLI;
        }
        return TAKES_GZIP.matcher(accepted).find() ? Pressed.GZIP : null;
    }

    /** Whether the reader has these bytes, compressed or not. */
    private static boolean isKnown(HttpServerRequest request, String tag) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.strip().equals("*") || known.contains("\"" + tag + "\"")
                || known.contains("\"" + tag + "-"));
    }

    private static String type(String file) {
        return switch (file) {
            case "/atom.xml", "/latn/atom.xml", "/arab/atom.xml" -> "application/atom+xml; charset=utf-8";
            case "/feed.json", "/latn/feed.json", "/arab/feed.json" -> "application/feed+json; charset=utf-8";
            default ->
                file.endsWith("/feed.xml") ? "application/rss+xml; charset=utf-8" : switch (Newsstand.kind(file)) {
                    case "html" -> "text/html; charset=utf-8";
                    case "js" -> "text/javascript; charset=utf-8";
                    case "png" -> "image/png";
                    case "webp" -> "image/webp";
                    case "jpg" -> "image/jpeg";
                    case "css" -> "text/css; charset=utf-8";
                    case "xml" -> "application/xml; charset=utf-8";
                    case "json" -> "application/json";
                    case "txt" -> "text/plain; charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    case "woff2" -> "font/woff2";
                    default -> "application/octet-stream";
                };
        };
    }
}
