package kz.qalam.publishing.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.page.Sought;
import kz.qalam.publishing.page.Sought.State;
import kz.qalam.publishing.page.Spelling;
import kz.qalam.publishing.relay.House;
import kz.qalam.publishing.relay.Lexicons;

/**
 * Answers who searches: a page, or JSON. A few threads of their own do it; when they have more to do than they can, readers
 * are asked to come again, and those who read pages notice nothing.
 */
@ApplicationScoped
class Searching {
    private static final Logger LOG = Logger.getLogger(Searching.class);

    private static final String PAGE = "/search";
    private static final String JSON = "/-/search";
    private static final String RELATED = "/-/related";
    private static final Pattern STORY = Pattern
            .compile("(/latn|/arab|)(/[0-9]{4}/[0-9]{2}/[0-9]{2}/[a-z0-9-]{1,90}/)");
    private static final int KIN = 4;
    private static final int MOST_ASKED = 2_000;
    private static final int BEFORE_FILES = 1_000;
    private static final String SOON = "2";

    private static final byte[] NOBODY = "{\"stories\":[]}".getBytes(UTF_8);

    private final Finding finding;
    private final House house;
    private final Lexicons lexicons;
    private final Indexing indexing;
    private final SearchConfig config;
    private final Vertx vertx;
    private final Site site;
    private final Assets assets = new Assets();
    private final ObjectMapper json = new ObjectMapper();
    private final ThreadPoolExecutor seats;
    /** A withdrawn story is named no longer than this. */
    private static final Duration KEPT = Duration.ofSeconds(3);
    private final Cache<String, byte[]> kin = Caffeine.newBuilder().maximumSize(MOST_ASKED).expireAfterWrite(KEPT)
            .build();

    /** What prints in a script: as long as sections and spellings are the same, it is. */
    private final Map<Script, Printer> printers = new ConcurrentHashMap<>();

    private record Printer(List<Section> sections, Spelling spelling, Pages pages) {}

    Searching(Finding finding, House house, Lexicons lexicons, Indexing indexing, SearchConfig config, Vertx vertx,
            @ConfigProperty(name = "qalam.relay.site-name") String name,
            @ConfigProperty(name = "qalam.relay.site-url") String url) {
        this.finding = finding;
        this.house = house;
        this.lexicons = lexicons;
        this.indexing = indexing;
        this.config = config;
        this.vertx = vertx;
        this.site = new Site(name, url);
        this.seats = new ThreadPoolExecutor(config.seats(), config.seats(), 1, TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.queue()), task -> {
                    var thread = new Thread(task, "search");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void route(@Observes Router router) {
        for (var script : Script.values()) {
            router.route(script.prefix() + PAGE).order(BEFORE_FILES).handler(context -> take(context, script));
        }
        router.route(JSON).order(BEFORE_FILES).handler(context -> take(context, null));
        router.route(RELATED).order(BEFORE_FILES).handler(this::relate);
    }

    void stop(@Observes Shutdown event) {
        seats.shutdownNow();
    }

    /** @param script of the page, or null for JSON */
    private void take(RoutingContext context, @Nullable Script script) {
        var request = context.request();
        var asked = Asked.of(request).meaning(indexing.sections());
        var came = System.nanoTime();
        var loop = vertx.getOrCreateContext();
        try {
            seats.execute(() -> {
                var answer = answer(asked, script, System.nanoTime() - came > config.most().toNanos());
                loop.runOnContext(none -> send(request, answer, script));
            });
        } catch (RejectedExecutionException e) {
            send(request, busy(asked, script), script);
        }
    }

    private record Answer(int status, byte[] body) {}

    private Answer answer(Asked asked, @Nullable Script script, boolean late) {
        try {
            var found = late
                    ? finding.told(asked, State.BUSY)
                    : house.mayBeHeld() ? finding.told(asked, State.AWAY) : find(asked);
            return new Answer(status(found.state()), body(found, script));
        } catch (RuntimeException | IOException | StackOverflowError e) {
            // Its words may quote what was sought
            LOG.errorf("a search failed: %s", e.getClass().getSimpleName());
            return busy(asked, script);
        }
    }

    private Sought find(Asked asked) throws IOException {
        try {
            return finding.find(asked);
        } catch (AlreadyClosedException e) {
            return finding.told(asked, State.AWAY);
        } catch (CorruptIndexException e) {
            indexing.suspect();
            return finding.told(asked, State.AWAY);
        }
    }

    /** What tells of the same as a story: fetched by its page, which is a function of releases and so cannot hold it. */
    private void relate(RoutingContext context) {
        var request = context.request();
        var path = request.getParam("path");
        var story = STORY.matcher(path == null ? "" : path);
        if (!story.matches()) {
            send(request, new Answer(400, NOBODY), null);
            return;
        }
        if (house.mayBeHeld()) {
            send(request, new Answer(503, NOBODY), null);
            return;
        }
        var known = kin.getIfPresent(path);
        if (known != null) {
            send(request, new Answer(200, known), null);
            return;
        }
        var script = Arrays.stream(Script.values()).filter(each -> each.prefix().equals(story.group(1))).findFirst()
                .orElseThrow();
        var loop = vertx.getOrCreateContext();
        try {
            seats.execute(() -> {
                var answer = related(path, story.group(2), script);
                loop.runOnContext(none -> send(request, answer, null));
            });
        } catch (RejectedExecutionException e) {
            send(request, new Answer(503, NOBODY), null);
        }
    }

    private Answer related(String asked, String path, Script script) {
        try {
            var written = pages(script);
            var answer = json.createObjectNode();
            var stories = answer.putArray("stories");
            for (var one : finding.related(path, KIN)) {
                stories.addObject().put("path", script.prefix() + one.path())
                        .put("headline", script.prefix().isEmpty() ? one.headline() : written.written(one.headline()))
                        .put("publishedAt", one.at().toString());
            }
            var body = json.writeValueAsBytes(answer);
            kin.put(asked, body);
            return new Answer(200, body);
        } catch (CorruptIndexException e) {
            indexing.suspect();
            return new Answer(503, NOBODY);
        } catch (RuntimeException | IOException | SQLException | StackOverflowError e) {
            LOG.errorf("related stories were not found: %s", e.getClass().getSimpleName());
            return new Answer(503, NOBODY);
        }
    }

    private static int status(State state) {
        return switch (state) {
            case EMPTY, FOUND, NONE -> 200;
            case TOO_LONG, UNCLEAR -> 400;
            case BUSY, AWAY -> 503;
        };
    }

    private byte[] body(Sought found, @Nullable Script script) throws IOException {
        return script == null
                ? json(found)
                : pages(script).search(found);
    }

    private Pages pages(Script script) {
        var sections = indexing.sections();
        var spelling = lexicons.known();
        var printer = printers.get(script);
        if (printer == null || printer.sections() != sections || !printer.spelling().equals(spelling)) {
            printer = new Printer(sections, spelling, new Pages(site, script, spelling, assets, sections));
            printers.put(script, printer);
        }
        return printer.pages();
    }

    /** For those who cannot be served now: it costs next to nothing. */
    private Answer busy(Asked asked, @Nullable Script script) {
        return new Answer(503, script == null
                ? "{\"state\":\"BUSY\"}".getBytes(UTF_8)
                : pages(script).search(new Sought(asked.words(), null, null, null, 1, State.BUSY, List.of(), 0, false,
                        false, null, false)));
    }

    private byte[] json(Sought found) throws IOException {
        var answer = json.createObjectNode();
        answer.put("state", found.state().name()).put("q", found.words()).put("page", found.page())
                .put("total", found.total()).put("more", found.more()).put("complete", !found.filling())
                .put("meant", found.meant());
        var stories = answer.putArray("stories");
        for (var hit : found.hits()) {
            var story = stories.addObject().put("path", hit.path()).put("url", site.address(hit.path()))
                    .put("language", hit.language().code()).put("section", hit.section())
                    .put("publishedAt", hit.at().toString());
            pieces(story.putArray("headline"), hit.headline());
            pieces(story.putArray("passage"), hit.passage());
        }
        return json.writeValueAsBytes(answer);
    }

    private static void pieces(ArrayNode into, List<Sought.Piece> pieces) {
        pieces.forEach(piece -> into.addObject().put("text", piece.text()).put("found", piece.found()));
    }

    private static void send(HttpServerRequest request, Answer answer, @Nullable Script script) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, script == null ? "application/json" : "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length));
        if (answer.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }
}
