package kz.qalam.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API as a program outside sees it. Immutable: each with… makes another. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> headers;

    private Client(List<String> headers) {
        this.headers = headers;
    }

    static Client stranger() {
        return new Client(List.of());
    }

    static Client of(Someone person) {
        return stranger().with("Authorization", "Bearer " + person.token());
    }

    Client with(String header, String value) {
        List<String> all = new ArrayList<>(headers);
        all.add(header);
        all.add(value);
        return new Client(all);
    }

    Answer get(String path, Object... parts) {
        return send("GET", null, path, parts);
    }

    Answer delete(String path, Object... parts) {
        return send("DELETE", null, path, parts);
    }

    Answer post(String json, String path, Object... parts) {
        return send("POST", json, path, parts);
    }

    Answer put(String json, String path, Object... parts) {
        return send("PUT", json, path, parts);
    }

    /** @param path below /api/v1, with {@code %s} for its parts */
    Answer send(String method, String json, String path, Object... parts) {
        return json == null
                ? send(method, BodyPublishers.noBody(), null, path.formatted(parts))
                : send(method, BodyPublishers.ofString(json), "application/json", path.formatted(parts));
    }

    Answer send(String method, byte[] body, String type, String path) {
        return send(method, BodyPublishers.ofByteArray(body), type, path);
    }

    Answer send(String method, HttpRequest.BodyPublisher body, String type, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI address(String path) {
        String port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class);
        return URI.create("http://127.0.0.1:" + port + (path.startsWith("/api") ? path : Api.PATH + path));
    }

    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + status() + " " + body(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }

        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", was " + status() + ": " + body());
            }
            return this;
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
