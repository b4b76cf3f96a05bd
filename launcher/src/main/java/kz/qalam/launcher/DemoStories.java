package kz.qalam.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills an empty newsroom with the stories of demo-stories.json, as its people would: through the API, each act by someone who
 * may do it. Interrupted, the next start goes on where this one was.
 */
final class DemoStories {

    private final String articles;
    private final String realmUrl;
    private final Path progress;
    private final JsonNode stories = Json.resource("demo-stories.json");
    private final Map<String, Token> tokens = new HashMap<>();

    DemoStories(Settings settings, DataFolder data) {
        this.articles = settings.newsroomHere() + "/api/v1/articles";
        this.realmUrl = settings.realmUrl();
        this.progress = progress(data);
    }

    /** Where it is noted how many are in. */
    static Path progress(DataFolder data) {
        return data.path().resolve("demo-stories.json");
    }

    boolean areIn() throws IOException {
        return done() == stories.size();
    }

    /** Returns at once where the newsroom has stories of others, or all of these. */
    void bringIn() throws IOException {
        if (!Files.exists(progress) && !newsroomIsEmpty()) {
            return;
        }
        for (int number = done(); number < stories.size(); number++) {
            bringIn(number, stories.get(number));
            DataFolder.write(progress, Json.object().put("done", number + 1).toString());
        }
    }

    private int done() throws IOException {
        return Files.exists(progress) ? Json.read(Files.readAllBytes(progress)).path("done").asInt() : 0;
    }

    private boolean newsroomIsEmpty() throws IOException {
        JsonNode list = Http.json(as("editor", articles + "?size=1").GET());
        for (JsonNode items : list.isArray() ? Json.object().set("items", list) : list) {
            if (items.isArray()) {
                return items.isEmpty();
            }
        }
        throw new IOException("no list in " + articles);
    }

    /** Does what was not done yet: interrupted, a story stands somewhere on its way. */
    private void bringIn(int number, JsonNode story) throws IOException {
        String author = story.path("author").asText();
        String ending = story.path("ending").asText();
        // The same key again, after an interruption, answers with the story that is there.
        JsonNode standing = act(as(author, articles).header("Idempotency-Key", "demo-story-" + number)
                .POST(json(Json.object().set("copy", copy(story.path("copy")))))).body();
        String article = articles + "/" + standing.path("id").asText();
        String stage = standing.path("stage").asText();
        if (ending.equals("draft") || standing.path("revision").asInt() > 1) {
            return;
        }
        if (stage.equals("DRAFT")) {
            act(as(author, article + "/submission").PUT(json(Json.object().put("revision", 1))));
        }
        if (ending.equals("in review")) {
            return;
        }
        if (stage.equals("DRAFT") || stage.equals("IN_REVIEW")) {
            String verdict = ending.equals("published") ? "/approval" : "/change-request";
            act(as("reviewer", article + verdict)
                    .POST(json(Json.object().put("revision", 1).put("note", story.path("note").asText()))));
        }
        if (story.has("correction")) {
            act(as(author, article + "/copy").header("If-Match", "\"1\"").PUT(json(copy(story.path("correction")))));
        }
    }

    private HttpRequest.Builder as(String user, String url) {
        String token = tokens.computeIfAbsent(user, name -> Token.ofDemo(realmUrl, name)).get();
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").header("Accept-Language", Locale.ENGLISH.getLanguage());
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private static Http.Answer act(HttpRequest.Builder request) throws IOException {
        Http.Answer answer = Http.send(request);
        if (!answer.isGood()) {
            throw new IOException(answer.status() + " " + answer.problem());
        }
        return answer;
    }

    /** The copy's JSON: in the file its body is written short, so that a person can read it. */
    private static ObjectNode copy(JsonNode written) {
        ObjectNode copy = written.deepCopy();
        ArrayNode blocks = copy.putObject("body").put("type", "doc").putArray("content");
        written.path("body").forEach(block -> block(blocks.addObject(), block));
        return copy;
    }

    private static void block(ObjectNode block, JsonNode written) {
        if (written.isTextual()) {
            block.put("type", "paragraph");
            text(block, written.asText());
        } else if (written.has("heading")) {
            block.put("type", "heading").putObject("attrs").put("level", 2);
            text(block, written.path("heading").asText());
        } else if (written.has("speech")) {
            block.put("type", "speech").putObject("attrs").put("tail", written.path("tail").asText());
            text(block, written.path("speech").asText());
        } else if (written.has("list")) {
            ArrayNode items = block.put("type", "bullet_list").putArray("content");
            written.path("list").forEach(item -> text(
                    items.addObject().put("type", "list_item").putArray("content").addObject().put("type", "paragraph"),
                    item.asText()));
        } else {
            throw new IllegalStateException("demo-stories.json has a block of no known kind");
        }
    }

    private static void text(ObjectNode block, String text) {
        block.putArray("content").addObject().put("type", "text").put("text", text);
    }
}
