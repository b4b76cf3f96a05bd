package kz.qalam.launcher.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
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

    static {
        // One for each client, and not the five that are kept open by default
        System.setProperty("http.maxConnections", "64");
    }

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
        return send(user, "POST", "/pictures", picture, type, Map.of());
    }

    private Answer send(String user, String method, String path, @Nullable JsonNode body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(user, method, path, body == null ? null : body.toString().getBytes(UTF_8), "application/json",
                headers);
    }

    /** By the plainest client that there is: what it takes of the processors is missing to what is measured. */
    private Answer send(String user, String method, String path, byte @Nullable [] body, String type,
            Map<String, String> headers) throws IOException, InterruptedException {
        HttpURLConnection request = (HttpURLConnection) URI.create(api + path).toURL().openConnection();
        request.setConnectTimeout(2_000);
        request.setReadTimeout((int) PATIENCE.toMillis());
        request.setRequestMethod(method);
        request.setInstanceFollowRedirects(false);
        request.setRequestProperty("Authorization", "Bearer " + token(user));
        request.setRequestProperty("Accept", "application/json");
        headers.forEach(request::setRequestProperty);
        if (body != null) {
            request.setRequestProperty("Content-Type", type);
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(body);
            }
        }
        int status = request.getResponseCode();
        byte[] said;
        try (InputStream in = status >= 400 ? request.getErrorStream() : request.getInputStream()) {
            said = in == null ? new byte[0] : in.readAllBytes();
        }
        String what = request.getContentType();
        return new Answer(status, what != null && what.contains("json") && said.length > 0
                ? JSON.readTree(said)
                : MissingNode.getInstance());
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
