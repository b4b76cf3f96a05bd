package kz.qalam.admin.preview;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.core.article.Section;
import kz.qalam.core.copy.Copy;

/** Has drafts printed by the public site: the whole copy goes there by value, and a page comes back. */
@ApplicationScoped
class Proofs {

    private final PreviewConfig config;
    private final Clock clock;
    private final HttpClient client;

    Proofs(PreviewConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.patience())
                .build();
    }

    /** @param policy what the page may do */
    record Proof(String page, String policy) {}

    /** Empty when the site does not show previews just now. */
    Optional<Proof> of(Copy copy, List<Section> sections) {
        Optional<String> key = config.key().filter(given -> !given.isBlank());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("copy", copy.json());
        ArrayNode names = request.putArray("sections");
        for (Section section : sections) {
            names.addObject().put("slug", section.slug()).put("kk", section.kazakh()).put("ru", section.russian())
                    .put("en", section.english());
        }
        request.put("at", clock.instant().toString());
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(config.url().resolve("/preview"))
                    .timeout(config.patience()).header("X-Qalam-Preview-Key", key.get())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(request.toString())).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new Proof(answer.body(),
                            answer.headers().firstValue("Content-Security-Policy").orElse("default-src 'none'")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
