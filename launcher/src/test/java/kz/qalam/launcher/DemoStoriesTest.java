package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** A demo begins with stories at every stage, brought in through the API as people would. */
class DemoStoriesTest {

    private static final Map<String, String> STAGES = Map.of("draft", "DRAFT", "in review", "IN_REVIEW",
            "changes requested",
            "CHANGES_REQUESTED", "published", "APPROVED");

    private final House house = House.shared();
    private final HttpClient reader = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode stories = Json.resource("demo-stories.json");

    @Test
    void standWhereTheirEndingSays() throws Exception {
        house.waitUntilUp();
        Map<String, JsonNode> listed = listed();
        for (JsonNode story : stories) {
            String headline = story.path("copy").path("headline").asText();
            JsonNode line = listed.get(headline);
            assertNotNull(line, headline);
            boolean corrected = story.has("correction");
            assertEquals(corrected ? "DRAFT" : STAGES.get(story.path("ending").asText()), line.path("stage").asText(),
                    headline);
            assertEquals(corrected ? 2 : 1, line.path("revision").asInt(), headline);
            assertEquals(story.path("ending").asText().equals("published"), line.path("path").isTextual(), headline);
        }
    }

    @Test
    void areReadByReadersOnceTheyAreApprovedAndNeverBefore() throws Exception {
        house.waitUntilUp();
        Map<String, JsonNode> listed = listed();
        for (JsonNode story : stories) {
            String headline = story.path("copy").path("headline").asText();
            String path = listed.get(headline).path("path").asText("null");
            if (story.path("ending").asText().equals("published")) {
                House.waitFor(path, () -> page(path).statusCode() == 200);
                String page = page(path).body();
                assertTrue(page.contains(headline), page);
                assertFalse(page.contains("демалыс күндері жиырма минут"),
                        "a draft correction is nobody's but the desk's");
            } else {
                assertFalse(page("/").body().contains(headline), headline);
                assertFalse(page("/feed.xml").body().contains(headline), headline);
            }
        }
    }

    @Test
    void areNotBroughtInTwice() throws Exception {
        house.waitUntilUp();
        Map<String, JsonNode> before = listed();
        DataFolder data = DataFolder.at(house.data());
        // As after an interruption at the worst moment: all was done and nothing noted.
        Files.writeString(DemoStories.progress(data), "{\"done\":0}");
        new DemoStories(house.settings(), data).bringIn();
        assertEquals(before, listed());
        // Whoever deletes the note too has a newsroom that is not empty.
        Files.delete(DemoStories.progress(data));
        new DemoStories(house.settings(), data).bringIn();
        assertEquals(before, listed());
        assertFalse(Files.exists(DemoStories.progress(data)));
    }

    private Map<String, JsonNode> listed() throws IOException {
        Set<String> ours = new HashSet<>();
        stories.forEach(story -> ours.add(story.path("copy").path("headline").asText()));
        Map<String, JsonNode> lines = new HashMap<>();
        String next = "";
        do {
            JsonNode list = Http.json(HttpRequest
                    .newBuilder(URI.create(house.newsroomUrl() + "/api/v1/articles?size=100" + next))
                    .header("Authorization", "Bearer " + house.token("editor")).GET());
            for (JsonNode line : list.path("items")) {
                String headline = line.path("headline").asText();
                if (ours.contains(headline)) {
                    assertEquals(null, lines.put(headline, line), "no story twice");
                }
            }
            next = list.path("next").isTextual() ? "&cursor=" + list.path("next").asText() : "";
        } while (!next.isEmpty());
        return lines;
    }

    private HttpResponse<String> page(String path) {
        try {
            return reader.send(HttpRequest.newBuilder(URI.create(house.siteUrl() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }
}
