package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** One story's whole walk, in a real browser, with the demo's people: from raw text to a public page, a correction and its end. */
class JourneyTest {

    private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));

    private static House house;
    private static Playwright playwright;
    private static Browser browser;

    private final HttpClient reader = HttpClient.newHttpClient();
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void open() {
        house = House.shared();
        Path installed = BROWSERS.stream().filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new AssertionError("no chromium; ./qalam test says how to get it"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void aStoryWalksFromRawTextToReadersAndBack() throws Exception {
        String story = imported("01-plain.txt");

        Page author = comesIn("author", "/stories/" + story);
        assertEquals("Қалада жаңа кітапхана ашылды", author.locator("#headline").inputValue());
        assertTrue(author.locator("[data-editor]").innerText().contains("Құрылыс үш жылға созылды"));
        author.locator("#headline").fill("Қалада жаңа кітапхана есігін ашты");
        author.locator("#section").selectOption("qogam");
        author.locator("[data-editor] .ProseMirror p").last().click();
        author.keyboard().press("Control+End");
        author.keyboard().press("Enter");
        author.keyboard().type("– Келіңіздер, – деді кітапханашы.");
        submits(author, story, null, null);
        assertTrue(body("author", "/articles/" + story + "/revisions/2").contains("\"speech\""),
                "a typed dash starts direct speech");

        Page reviewer = comesIn("reviewer", "/stories/" + story + "/review");
        assertTrue(reviewer.locator("main").innerText().contains("Қалада жаңа кітапхана есігін ашты"));
        approves(reviewer);
        String path = livePath(story);
        String first = readable(path, "есігін ашты");
        assertTrue(first.contains("Келіңіздер"), first);
        assertTrue(readable("/", "есігін ашты").contains(path));
        assertTrue(readable("/feed.xml", "есігін ашты").contains(path));

        author.navigate(house.newsroomUrl() + "/stories/" + story);
        author.locator("#headline").fill("Қалада екінші кітапхана есігін ашты");
        submits(author, story, "CORRECTION", "Тақырыптағы қате түзетілді.");
        assertFalse(get(path).body().contains("екінші кітапхана"),
                "readers keep what they have until the correction is approved");

        reviewer.navigate(house.newsroomUrl() + "/stories/" + story + "/review");
        approves(reviewer);
        String corrected = readable(path, "екінші кітапхана");
        assertTrue(corrected.contains("Тақырыптағы қате түзетілді."));

        Page publisher = comesIn("publisher", "/stories/" + story + "/publication");
        publisher.locator("summary", new Page.LocatorOptions().setHasText("алу")).last().click();
        publisher.locator("#withdraw-reason").fill("Сынақ аяқталды");
        publisher.locator("#withdraw-notice").fill("Мақала жариядан алынды.");
        publisher.locator("button.danger").click();
        publisher.waitForLoadState();
        House.waitFor("the page to be gone", () -> get(path).statusCode() == 410);
        assertTrue(get(path).body().contains("Мақала жариядан алынды."));
        assertFalse(get("/").body().contains(path));
        assertFalse(get("/feed.xml").body().contains(path));
        assertEquals(List.of(), errors, "no page reported an error");
    }

    @Test
    void anothersDraftLooksLikeNothing() throws Exception {
        HttpResponse<String> created = api("author", "POST", "/articles", "{\"copy\":{\"headline\":\"Құпия жоба\"}}");
        assertEquals(201, created.statusCode(), created.body());
        String story = Json.read(created.body().getBytes(StandardCharsets.UTF_8)).path("id").asText();
        Page other = comesIn("author2", "/stories/" + story);
        String theirs = other.locator("main").innerText();
        assertFalse(theirs.contains("Құпия"));
        other.navigate(house.newsroomUrl() + "/stories/01931000-0000-7000-8000-00000000dead");
        assertEquals(other.locator("main").innerText(), theirs);
    }

    private String imported(String sample) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(House.checkout().resolve("core/src/test/resources/samples").resolve(sample));
        Path file = Files.createTempFile("maqala", ".txt");
        // Its own words, so that a house that other tests used does not know it already.
        Files.write(file, bytes);
        Files.writeString(file, "\nБұл жол тек осы сынаққа қосылды: " + System.nanoTime() + ".\n",
                StandardOpenOption.APPEND);
        House.Answer answer = house.run("import", file.toString());
        assertEquals(0, answer.exit(), answer.out() + answer.err());
        assertTrue(answer.out().startsWith("imported "), answer.out());
        Files.delete(file);
        return answer.out().split(" ")[1];
    }

    private Page comesIn(String user, String path) {
        BrowserContext context = browser
                .newContext(new Browser.NewContextOptions().setLocale("kk").setViewportSize(1440, 900));
        Page page = context.newPage();
        page.onPageError(error -> errors.add(user + ": " + error));
        page.navigate(house.newsroomUrl() + path);
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(house.newsroomUrl()));
        return page;
    }

    /** Saves what was typed and submits it. */
    private static void submits(Page author, String story, @Nullable String kind, @Nullable String notice) {
        author.locator("[data-save]").click();
        author.locator("button.next").click();
        author.waitForURL("**/stories/" + story + "/submission");
        if (kind != null) {
            author.locator("input[name=kind][value=" + kind + "]").check();
        }
        if (notice != null) {
            author.locator("#notice").fill(notice);
        }
        author.locator("form.form button.main-act").click();
        author.waitForURL(url -> !url.endsWith("/submission"));
    }

    private static void approves(Page reviewer) {
        reviewer.locator(".decision button.main-act").click();
        reviewer.waitForLoadState();
    }

    private String livePath(String story) {
        House.waitFor("the story to be live", () -> path(story).startsWith("/"));
        return path(story);
    }

    private String path(String story) {
        try {
            return Json.read(body("author", "/articles/" + story).getBytes(StandardCharsets.UTF_8)).path("live")
                    .path("path").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(String user, String path) {
        return api(user, "GET", path, "").body();
    }

    private HttpResponse<String> api(String user, String method, String path, String body) {
        try {
            return reader.send(HttpRequest.newBuilder(URI.create(house.newsroomUrl() + "/api/v1" + path))
                    .header("Authorization", "Bearer " + house.token(user)).header("Content-Type", "application/json")
                    .method(method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String readable(String path, String word) {
        House.waitFor(path + " to say " + word, () -> {
            HttpResponse<String> answer = get(path);
            return answer.statusCode() == 200 && answer.body().contains(word);
        });
        return get(path).body();
    }

    private HttpResponse<String> get(String path) {
        try {
            return reader.send(HttpRequest.newBuilder(URI.create(house.siteUrl() + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
