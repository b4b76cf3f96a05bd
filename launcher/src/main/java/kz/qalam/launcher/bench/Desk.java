package kz.qalam.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The newsroom as a script meets it: the API, with the demo's accounts. */
final class Desk {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What was answered. */
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    private record Token(String value, Instant until) {}

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Token> tokens = new HashMap<>();
    private final String api;
    private final String realm;

    Desk(House house) {
        this(house.newsroom(), house.realm());
    }

    /** @param newsroom where it is, @param realm where its accounts are */
    Desk(String newsroom, String realm) {
        this.api = newsroom + "/api/v1";
        this.realm = realm;
    }

    Answer create(String user, ObjectNode copy, String key) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.set("copy", copy);
        return send(user, "POST", "/articles", body, Map.of("Idempotency-Key", key));
    }

    Answer save(String user, String article, int expected, ObjectNode copy) throws IOException, InterruptedException {
        return send(user, "PUT", "/articles/" + article + "/copy", copy, Map.of("If-Match", "\"" + expected + "\""));
    }

    /** @param from when it may go out; absent: at once */
    Answer submit(String user, String article, int revision, @Nullable Instant from)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("revision", revision);
        if (from != null) {
            body.put("from", from.toString());
        }
        return send(user, "PUT", "/articles/" + article + "/submission", body, Map.of());
    }

    Answer approve(String user, String article, int revision) throws IOException, InterruptedException {
        return send(user, "POST", "/articles/" + article + "/approval",
                JSON.createObjectNode().put("revision", revision).put("note", ""), Map.of());
    }

    Answer get(String user, String path) throws IOException, InterruptedException {
        return send(user, "GET", path, null, Map.of());
    }

    /** Whatever else the API does. */
    Answer call(String user, String method, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        return send(user, method, path, body, Map.of());
    }

    /** Brings a picture. */
    Answer bring(String user, byte[] picture, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api + "/pictures")).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user)).header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(picture)).build());
    }

    private Answer send(String user, String method, String path, @Nullable JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user)).header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return send(request.build());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response.statusCode(),
                json && !response.body().isEmpty() ? JSON.readTree(response.body()) : MissingNode.getInstance());
    }

    private synchronized String token(String user) throws IOException, InterruptedException {
        Token known = tokens.get(user);
        if (known != null && Instant.now().isBefore(known.until())) {
            return known.value();
        }
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token")).timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=qalam-cli&username=" + user + "&password=" + user))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("no token for " + user + ": HTTP " + response.statusCode());
        }
        JsonNode answer = JSON.readTree(response.body());
        Token token = new Token(answer.path("access_token").asText(),
                Instant.now().plusSeconds(answer.path("expires_in").asLong() / 2));
        tokens.put(user, token);
        return token.value();
    }
}
