package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * A real browser before the shared house, and the demo's people in it. It is there while the tests of one class run, without
 * the errors of the one before; what a test leaves open is shut after it.
 */
final class Browsing implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String NONE = "no Chromium; ./qalam test says how to get it";

    /** What the pages' scripts failed with, and what their security policy refused. */
    final List<String> errors = new ArrayList<>();

    final House house = House.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext tests) {
        Path installed = installed();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        errors.clear();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List.copyOf(Objects.requireNonNull(browser).contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Which one, as ./qalam test says it in the environment. Without any the tests are skipped, but never where CI runs them. */
    private static Path installed() {
        String named = System.getenv("QALAM_CHROMIUM");
        Optional<Path> found = Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome").filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable)
                .findFirst();
        if (System.getenv("CI") == null) {
            assumeTrue(found.isPresent(), NONE);
        }
        return found.orElseThrow(() -> new AssertionError(NONE));
    }

    /** Nothing fades: what is looked at between two colours is neither. */
    private static Browser.NewContextOptions still() {
        return new Browser.NewContextOptions().setLocale("kk").setReducedMotion(ReducedMotion.REDUCE);
    }

    Browser.NewContextOptions desktop() {
        return still().setViewportSize(1440, 900);
    }

    Browser.NewContextOptions phone() {
        return still().setViewportSize(390, 844).setIsMobile(true)
                .setHasTouch(true);
    }

    /** A page of nobody's yet. */
    Page page(Browser.NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(browser).newContext(options);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** A person logs in on the way to a page of the newsroom. */
    Page comesIn(String user, String path, Browser.NewContextOptions options) {
        Page page = page(options);
        page.navigate(house.newsroomUrl() + path);
        logsIn(page, user, user);
        page.waitForURL(url -> url.startsWith(house.newsroomUrl()));
        return page;
    }

    /** Fills Keycloak's page, at which this one has arrived, and sends it. */
    static void logsIn(Page page, String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    Page comesIn(String user, String path) {
        return comesIn(user, path, desktop());
    }

    // ------------------------------------------------------------------------------------------ the API

    HttpResponse<String> api(String user, String method, String path, String body) {
        return api(user, method, path, body, Map.of());
    }

    HttpResponse<String> api(String user, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.newsroomUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + house.token(user)).header("Content-Type", "application/json")
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the API answers that person, which must be good. */
    JsonNode json(String user, String method, String path, String body) {
        HttpResponse<String> answer = api(user, method, path, body);
        assertEquals(2, answer.statusCode() / 100, answer.body());
        try {
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The editor hands a story over to another author, who has come in already. */
    void handOver(String story, String author) {
        JsonNode whose = json("editor", "GET", "/articles/" + story + "/author", "");
        String heir = StreamSupport.stream(whose.path("heirs").spliterator(), false)
                .filter(one -> one.path("username").asText().equals(author)).findFirst().orElseThrow().path("id")
                .asText();
        assertEquals(204, api("editor", "PUT", "/articles/" + story + "/author", "{\"author\":\"" + heir
                + "\",\"from\":\"" + whose.path("author").path("id").asText() + "\"}").statusCode());
    }

    /** Brings a picture; the id it got. */
    String picture(String user, byte[] bytes) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(house.newsroomUrl() + "/api/v1/pictures"))
                            .header("Authorization", "Bearer " + house.token(user)).header("Content-Type", "image/jpeg")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)).build(),
                    BodyHandlers.ofString());
            assertEquals(2, answer.statusCode() / 100, answer.body());
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8)).path("id").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a reader gets. */
    HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(house.siteUrl() + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its status, when it comes. */
    CompletableFuture<Integer> asks(String path) {
        return http.sendAsync(HttpRequest.newBuilder(URI.create(house.siteUrl() + path)).build(),
                BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    // ------------------------------------------------------------------------------------------ a story's way

    /** A draft of the author's. */
    String story(String copy) {
        return json("author", "POST", "/articles", "{\"copy\":" + copy + "}").path("id").asText();
    }

    /** The author saves it over that revision. */
    void saved(String story, int revision, String copy) {
        HttpResponse<String> answer = api("author", "PUT", "/articles/" + story + "/copy", copy,
                Map.of("If-Match", "\"" + revision + "\""));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    /**
     * The author sends a revision to be reviewed.
     *
     * @param proposal as what and when, as members of the object; may be empty
     */
    String submitted(String story, int revision, String proposal) {
        json("author", "PUT", "/articles/" + story + "/submission",
                "{\"revision\":" + revision + (proposal.isEmpty() ? "" : "," + proposal) + "}");
        return story;
    }

    String approved(String story, int revision) {
        json("reviewer", "POST", "/articles/" + story + "/approval", "{\"revision\":" + revision + ",\"note\":\"\"}");
        return story;
    }

    /** Where readers find it, once they do. */
    String awaitLive(String story) {
        House.waitFor("the story to be live", () -> livePath(story).startsWith("/"));
        String path = livePath(story);
        House.waitFor("the story's page", () -> get(path).statusCode() == 200);
        return path;
    }

    /** Where readers find it; empty while they do not. */
    String livePath(String story) {
        return json("author", "GET", "/articles/" + story, "").path("live").path("path").asText();
    }
}
