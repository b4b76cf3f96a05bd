package kz.qalam.publishing.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import kz.qalam.core.copy.Copy;
import kz.qalam.publishing.page.Around;
import kz.qalam.publishing.page.Assets;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Section;
import kz.qalam.publishing.page.Shown;
import kz.qalam.publishing.page.Site;
import kz.qalam.publishing.page.Spelling;
import kz.qalam.publishing.page.Story;
import kz.qalam.publishing.page.Topic;

/**
 * A draft's page, whole in one piece: the style sheet and typefaces stand within it, so that a frame without an origin, which
 * may fetch nothing, shows it as readers would see it.
 */
final class Proof {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FETCHED = Pattern
            .compile("<link rel=\"(?:preload|icon|alternate|canonical)\"[^>]*>\\s*|<script src=[^>]*></script>\\s*");
    private static final UUID NOBODY = new UUID(0, 0);

    private final Site site;
    private final Supplier<Spelling> spelling;
    private final Assets assets;
    private final String style;
    private final String policy;

    Proof(Site site, Supplier<Spelling> spelling) {
        this.site = site;
        this.spelling = spelling;
        this.assets = new Assets();
        this.style = style(assets);
        this.policy = "default-src 'none'; style-src 'sha256-" + digest(style)
                + "'; font-src data:; img-src data: http: https:; base-uri 'none'; form-action 'none'";
    }

    private static String style(Assets assets) {
        String css = new String(assets.files().getOrDefault(assets.style(), new byte[0]), UTF_8);
        for (String font : List.of(assets.serif(), assets.arabic())) {
            css = css.replace(font, "data:font/woff2;base64,"
                    + Base64.getEncoder().encodeToString(assets.files().getOrDefault(font, new byte[0])));
        }
        return css;
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page may do: show its own style and pictures, and nothing else. */
    String policy() {
        return policy;
    }

    /**
     * The page.
     *
     * @param request {@code {"copy": {…}, "script": "LATIN", "sections": [{"slug", "kk", "ru", "en", "closed", "others"}], "at": "…",
     *            "pictures": {"ID/VERSION": {"alt", "credit", "width", "height", "jpeg": BASE64}}}}
     * @throws IOException when it is no such thing
     */
    String of(byte[] request) throws IOException {
        JsonNode asked = JSON.readTree(request);
        Copy copy = Copy.read(asked.path("copy"));
        List<Section> sections = new ArrayList<>();
        for (JsonNode one : asked.path("sections")) {
            sections.add(new Section(one.path("slug").asText(), one.path("kk").asText(), one.path("ru").asText(),
                    one.path("en").asText(), one.path("closed").asBoolean(), others(one.path("others"))));
        }
        Instant at = Instant.parse(asked.path("at").asText());
        Story story = new Story(NOBODY, "/-/preview/", copy, 0, at, null, null, List.of(),
                pictures(asked.path("pictures")));
        byte[] page = new Pages(site, script(asked.path("script").asText(), copy), spelling.get(), assets, sections)
                .story(story,
                        new Around(Map.of(), List.of(),
                                copy.bylines().stream().map(byline -> nowhere(byline.name())).toList(),
                                copy.tags().stream().map(Proof::nowhere).toList(), null));
        return FETCHED.matcher(new String(page, UTF_8)).replaceAll("")
                .replaceFirst("<link rel=\"stylesheet\"[^>]*>",
                        "<style>" + java.util.regex.Matcher.quoteReplacement(style) + "</style>");
    }

    private static List<String> others(JsonNode slugs) {
        List<String> others = new ArrayList<>();
        slugs.forEach(slug -> others.add(slug.asText()));
        return others;
    }

    /** What is Russian stands in one alone. */
    private static Script script(String named, Copy copy) {
        return Script.of(copy.language()).stream().filter(script -> script.name().equals(named)).findFirst()
                .orElse(Script.CYRILLIC);
    }

    /** Its list may not exist yet, and a frame goes nowhere. */
    private static Topic nowhere(String label) {
        return new Topic(label, "/-/preview/");
    }

    /** Each within the page itself, which may fetch nothing. */
    private static Map<String, Shown> pictures(JsonNode given) {
        Map<String, Shown> pictures = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : given.properties()) {
            JsonNode picture = one.getValue();
            Shown.File file = new Shown.File(
                    "data:image/jpeg;base64," + picture.path("jpeg").asText(), picture.path("width").asInt(),
                    picture.path("height").asInt(), false);
            pictures.put(one.getKey(), new Shown(picture.path("alt").asText(), picture.path("credit").asText(),
                    List.of(file), List.of()));
        }
        return pictures;
    }
}
