package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** One story's whole walk, in a real browser, with the demo's people: from raw text to a public page, a correction and its end. */
class JourneyTest {

    @RegisterExtension
    static final Browsing browsing = new Browsing();
    private static final House house = browsing.house;

    @Test
    void aStoryWalksFromRawTextToReadersAndBack() throws Exception {
        String story = imported("01-plain.txt");

        Page author = browsing.comesIn("author", "/stories/" + story);
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

        Page reviewer = browsing.comesIn("reviewer", "/stories/" + story + "/review");
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

        Page publisher = browsing.comesIn("publisher", "/stories/" + story + "/publication");
        publisher.locator("summary", new Page.LocatorOptions().setHasText("алу")).last().click();
        publisher.locator("#withdraw-reason").fill("Сынақ аяқталды");
        publisher.locator("#withdraw-notice").fill("Мақала жариядан алынды.");
        publisher.locator("button.danger").click();
        publisher.waitForLoadState();
        House.waitFor("the page to be gone", () -> get(path).statusCode() == 410);
        assertTrue(get(path).body().contains("Мақала жариядан алынды."));
        for (String list : List.of("/", "/feed.xml")) {
            House.waitFor(list + " to forget it", () -> !get(list).body().contains(path));
        }
        assertEquals(List.of(), browsing.errors, "no page reported an error");
    }

    @Test
    void anothersDraftLooksLikeNothing() throws Exception {
        String story = browsing.json("author", "POST", "/articles", "{\"copy\":{\"headline\":\"Құпия жоба\"}}")
                .path("id")
                .asText();
        Page other = browsing.comesIn("author2", "/stories/" + story);
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
        return browsing.json("author", "GET", "/articles/" + story, "").path("live").path("path").asText();
    }

    private String body(String user, String path) {
        return browsing.api(user, "GET", path, "").body();
    }

    private String readable(String path, String word) {
        House.waitFor(path + " to say " + word, () -> {
            HttpResponse<String> answer = get(path);
            return answer.statusCode() == 200 && answer.body().contains(word);
        });
        return get(path).body();
    }

    private HttpResponse<String> get(String path) {
        return browsing.get(path);
    }
}
