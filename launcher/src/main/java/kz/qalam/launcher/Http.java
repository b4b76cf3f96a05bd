package kz.qalam.launcher;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Requests to our own parts, and their JSON answers. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private Http() {
    }

    /** @param location of what was made, if something was */
    record Answer(int status, JsonNode body, Optional<String> location, Optional<String> version) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** What a problem says: its detail, else its title, else the bare status. */
        String problem() {
            return told(body, "HTTP " + status);
        }
    }

    /** @param otherwise where the problem says nothing */
    static String told(JsonNode problem, String otherwise) {
        String detail = problem.path("detail").asText("");
        String title = problem.path("title").asText("");
        return !detail.isEmpty() ? detail : !title.isEmpty() ? title : otherwise;
    }

    static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response), response.headers().firstValue("Location"),
                    response.headers().firstValue("ETag"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        boolean isJson = response.headers().firstValue("Content-Type").filter(type -> type.contains("json"))
                .isPresent();
        return isJson && response.body().length > 0 ? Json.read(response.body()) : MissingNode.getInstance();
    }

    /** The body of a good answer; any other is a failure. */
    static JsonNode json(HttpRequest.Builder request) throws IOException {
        Answer answer = send(request);
        if (!answer.isGood()) {
            throw new IOException(answer.problem());
        }
        return answer.body();
    }
}
