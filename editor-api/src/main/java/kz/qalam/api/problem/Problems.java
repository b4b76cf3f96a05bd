package kz.qalam.api.problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.language.Texts;
import kz.qalam.core.refusal.Busy;
import kz.qalam.core.refusal.Incomplete;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.ReviewMoved;
import kz.qalam.core.refusal.StaleRevision;
import kz.qalam.core.refusal.Unsettled;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.refusal.WrongStage;

/** Problems as RFC 9457 has them: a stable type, and what, why and the way forward in the asker's language. */
public final class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** In seconds: how long to wait when the newsroom is away. */
    static final String RETRY_AFTER = "5";

    private static final Texts TEXTS = new Texts("kz.qalam.api.problem.problems");

    private Problems() {
    }

    /**
     * Answers a request that is turned away before any resource is looked for.
     *
     * @param status of a {@link Fault}
     */
    public static void answer(RoutingContext request, int status) {
        Locale locale = Tongues.asked(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.response().end(Buffer.buffer(bytes(of(null, status, locale, reference()))));
    }

    /** What was refused, or failed, of a request that went on with the rest. */
    public static ObjectNode of(RuntimeException thrown, Locale locale, UUID reference) {
        return of(thrown, Statuses.of(thrown), locale, reference);
    }

    /** The name of one request that failed, by which the log knows it. */
    public static UUID reference() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /**
     * @param thrown absent where nothing was
     * @param status that the answer has
     */
    static ObjectNode of(@Nullable Throwable thrown, int status, Locale locale, UUID reference) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        if (thrown instanceof StaleCopy stale) {
            describe(problem, stale.refusal(), status, locale, reference);
            problem.set("theirs", stale.theirs());
            problem.set("yours", stale.yours());
            Merge merge = stale.merge();
            if (merge != null) {
                Copy merged = merge.copy();
                problem.put("base", stale.refusal().expected());
                problem.set("merged", merged == null ? null : merged.json());
                problem.set("collisions", merge.json());
            }
        } else if (thrown instanceof RequestRefused refused) {
            describe(problem, refused.fault(), locale, reference);
        } else {
            Refusal refusal = thrown instanceof Refusal refused ? refused : refusal(status);
            if (refusal == null) {
                describe(problem, Fault.of(status), locale, reference);
            } else {
                describe(problem, refusal, status, locale, reference);
            }
        }
        return problem;
    }

    static byte[] bytes(ObjectNode problem) {
        return problem.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What core has words for, however it came about: another's draft and an address that is none look the same. */
    private static @Nullable Refusal refusal(int status) {
        return switch (status) {
            case 403 -> new NotPermitted();
            case 404 -> new NotFound();
            case 503 -> new Busy();
            default -> null;
        };
    }

    private static void describe(ObjectNode problem, Refusal refusal, int status, Locale locale, UUID reference) {
        head(problem, refusal.type(), refusal.title(locale), status, refusal.detail(locale), refusal.wayForward(locale),
                reference);
        if (refusal instanceof Invalid invalid) {
            invalid.problems().forEach(each -> problem.withArray("problems").addObject()
                    .put("pointer", each.pointer()).put("key", each.key()).put("text", each.text(locale)));
        } else if (refusal instanceof StaleRevision stale) {
            problem.put("current", stale.current());
        } else if (refusal instanceof ReviewMoved moved) {
            problem.put("open", moved.open());
        } else if (refusal instanceof Unsettled unsettled) {
            problem.put("total", unsettled.total());
            unsettled.places().forEach(each -> problem.withArray("findings").addObject()
                    .put("pointer", each.pointer()).put("start", each.start()).put("end", each.end())
                    .put("kind", each.kind()).put("message", each.message()));
        } else if (refusal instanceof VersionMoved moved) {
            problem.put("current", moved.current());
        } else if (refusal instanceof WrongStage wrong) {
            problem.put("stage", wrong.stage()).put("move", wrong.move());
        } else if (refusal instanceof Incomplete incomplete) {
            strings(problem, "fields", incomplete.fields());
        }
    }

    private static void describe(ObjectNode problem, Fault fault, Locale locale, UUID reference) {
        String type = fault.type();
        head(problem, type, TEXTS.get(locale, type + ".title"), fault.status(), TEXTS.get(locale, type + ".detail"),
                TEXTS.get(locale, type + ".way"), reference);
    }

    private static void head(ObjectNode problem, String type, String title, int status, String detail, String way,
            UUID reference) {
        problem.put("type", "/problems/" + type).put("title", title).put("status", status).put("detail", detail)
                .put("way", way).put("instance", "urn:uuid:" + reference);
    }

    private static void strings(ObjectNode problem, String name, List<String> values) {
        values.forEach(problem.withArray(name)::add);
    }
}
