package kz.qalam.publishing.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.publishing.page.Site;

/**
 * Shows the newsroom how a draft would look, on a port of its own on loopback, to whoever says the shared key. What it is
 * given is printed, answered and forgotten; what it cannot print it says without a word of it.
 */
@ApplicationScoped
class Previewing {

    static final String KEY = "X-Qalam-Preview-Key";

    private static final Logger LOG = Logger.getLogger(Previewing.class);

    /** A copy is at most 1 MB of JSON; its pictures come with it, small. */
    private static final int MOST = 10_000_000;

    private final Vertx vertx;
    private final PreviewConfig config;
    private final Proof proof;
    private @Nullable HttpServer server;

    Previewing(Vertx vertx, PreviewConfig config, @ConfigProperty(name = "qalam.relay.site-name") String name,
            @ConfigProperty(name = "qalam.relay.site-url") String url) {
        this.vertx = vertx;
        this.config = config;
        this.proof = new Proof(new Site(name, url));
    }

    void open(@Observes StartupEvent started) {
        Optional<String> key = config.key().filter(given -> !given.isBlank());
        if (key.isEmpty()) {
            LOG.info("No preview key: previews are not shown");
            return;
        }
        byte[] expected = key.get().getBytes(UTF_8);
        HttpServer opened = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(config.port()))
                .requestHandler(request -> answer(request, expected));
        opened.listen()
                .onFailure(e -> LOG.errorf("Previews cannot be shown on port %d: %s", config.port(), e.getMessage()));
        server = opened;
    }

    void close(@Observes ShutdownEvent ended) {
        if (server != null) {
            server.close();
        }
    }

    /** Where it listens; 0 while it does not. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    private void answer(HttpServerRequest request, byte[] expected) {
        HttpServerResponse response = request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        String said = request.getHeader(KEY);
        if (said == null || !MessageDigest.isEqual(said.getBytes(UTF_8), expected)) {
            response.setStatusCode(401).end();
            return;
        }
        if (!request.method().equals(HttpMethod.POST) || !request.path().equals("/preview")) {
            response.setStatusCode(404).end();
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= MOST) {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> {
            if (body.length() > MOST) {
                response.setStatusCode(413).end();
                return;
            }
            vertx.executeBlocking(() -> proof.of(body.getBytes()), false).onSuccess(page -> response
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .putHeader("Content-Security-Policy", proof.policy()).end(page))
                    .onFailure(e -> refuse(response, e));
        });
        request.exceptionHandler(e -> response.reset());
    }

    /** Only the kind of what went wrong is told: its words may quote the draft. */
    private static void refuse(HttpServerResponse response, Throwable e) {
        boolean bad = e instanceof Refusal || e instanceof IOException || e instanceof DateTimeException;
        if (!bad) {
            LOG.errorf("A preview failed: %s", e.getClass().getName());
        }
        response.setStatusCode(bad ? 422 : 500).end();
    }
}
