package kz.qalam.admin.preview;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.core.article.Section;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.darkroom.Format;
import kz.qalam.core.media.PictureVersion;
import kz.qalam.core.media.Pictures;
import kz.qalam.core.media.Rendition;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.staff.Actor;

/** Has drafts printed by the public site: the whole copy goes there by value, and a page comes back. */
@ApplicationScoped
class Proofs {

    /** So wide a picture is enough to judge a page by. */
    private static final int WIDTH = 640;

    /** Of pictures in one request; what comes after them is shown by its caption alone. */
    private static final int MOST_BYTES = 4_000_000;

    private final PreviewConfig config;
    private final Pictures pictures;
    private final Clock clock;
    private final HttpClient client;

    Proofs(PreviewConfig config, Pictures pictures, Clock clock) {
        this.config = config;
        this.pictures = pictures;
        this.clock = clock;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.patience())
                .build();
    }

    /** @param policy what the page may do */
    record Proof(String page, String policy) {}

    /** Empty when the site does not show previews just now. */
    Optional<Proof> of(Actor actor, Copy copy, Lettered script, List<Section> sections) {
        Optional<String> key = config.key().filter(given -> !given.isBlank());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("copy", copy.json());
        request.put("script", script.name());
        ArrayNode names = request.putArray("sections");
        for (Section section : sections) {
            ArrayNode others = names.addObject().put("slug", section.slug()).put("kk", section.kazakh())
                    .put("ru", section.russian()).put("en", section.english()).put("closed", section.closed())
                    .putArray("others");
            section.others().forEach(others::add);
        }
        pictures(actor, copy, request.putObject("pictures"));
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

    private void pictures(Actor actor, Copy copy, ObjectNode into) {
        int bytes = 0;
        for (Picture picture : copy.pictures()) {
            if (bytes < MOST_BYTES && !into.has(picture.reference())) {
                bytes += picture(actor, picture, into);
            }
        }
    }

    /** A picture that cannot be had just now leaves its place, and the preview, as they are. */
    private int picture(Actor actor, Picture picture, ObjectNode into) {
        try {
            PictureVersion version = version(actor, picture);
            Rendition file = pictures.rendition(actor, picture.id(), picture.version(), false, WIDTH, Format.JPEG);
            into.putObject(picture.reference()).put("alt", version == null ? "" : version.alt())
                    .put("credit", version == null ? "" : version.credit()).put("width", file.width())
                    .put("height", file.height()).put("jpeg", Base64.getEncoder().encodeToString(file.bytes()));
            return file.bytes().length;
        } catch (Refusal gone) {
            return 0;
        }
    }

    private @Nullable PictureVersion version(Actor actor, Picture picture) {
        return pictures.find(actor, picture.id()).versions().stream()
                .filter(version -> version.number() == picture.version()).findFirst().orElse(null);
    }
}
