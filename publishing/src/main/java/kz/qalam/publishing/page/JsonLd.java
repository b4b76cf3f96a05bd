package kz.qalam.publishing.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.RawString;

/**
 * What a page says of itself to machines, as JSON within HTML. Whatever could end the script element or start another is
 * written as an escape of JSON.
 */
final class JsonLd {
    private static final ObjectMapper WITHIN_HTML = new ObjectMapper(
            new JsonFactory().setCharacterEscapes(new WithinHtml()));

    private JsonLd() {
    }

    static RawString story(Site site, String address, Story story, String lang, @Nullable String section,
            @Nullable String card) {
        var copy = story.copy();
        var outlet = thing("NewsMediaOrganization", "name", site.name(), "url", site.address("/"));
        var json = new LinkedHashMap<String, Object>();
        json.put("@context", "https://schema.org");
        json.putAll(thing("NewsArticle", "headline", copy.headline()));
        json.put("url", address);
        json.put("mainEntityOfPage", address);
        if (!copy.lead().isEmpty()) {
            json.put("description", copy.lead());
        }
        var picture = Shown.of(story.pictures(), copy.picture());
        var images = picture == null
                ? List.<String>of()
                : Stream.of(picture.wideSet(site.url()), picture.set(site.url())).filter(Objects::nonNull)
                        .map(Shown.Set::src).toList();
        if (!images.isEmpty()) {
            json.put("image", images);
        }
        json.put("inLanguage", lang);
        json.put("datePublished", Dates.machine(story.publishedAt()));
        json.put("dateModified", Dates.machine(story.changedAt() == null ? story.publishedAt() : story.changedAt()));
        if (card != null && images.isEmpty()) {
            json.put("image", List.of(site.address(card)));
        }
        if (section != null) {
            json.put("articleSection", section);
        }
        if (!copy.tags().isEmpty()) {
            json.put("keywords", copy.tags());
        }
        json.put("author", copy.bylines().isEmpty()
                ? List.of(outlet)
                : copy.bylines().stream().map(byline -> thing("Person", "name", byline.name())).toList());
        json.put("publisher", outlet);
        var source = copy.source();
        if (source != null) {
            json.put("citation", source.url() == null
                    ? source.name()
                    : thing("CreativeWork", "name", source.name(), "url", source.url()));
        }
        var corrections = story.notes().stream().filter(note -> note.kind() == Note.Kind.CORRECTION)
                .map(note -> thing("CorrectionComment", "text", note.text(), "datePublished", Dates.machine(note.at())))
                .toList();
        if (!corrections.isEmpty()) {
            json.put("correction", corrections);
        }
        return embedded(json);
    }

    /** In the order given: the same story gives the same bytes. */
    private static Map<String, Object> thing(String type, String... fields) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        for (int i = 0; i < fields.length; i += 2) {
            thing.put(fields[i], fields[i + 1]);
        }
        return thing;
    }

    static RawString embedded(Map<String, Object> json) {
        try {
            return new RawString(WITHIN_HTML.writeValueAsString(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class WithinHtml extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        WithinHtml() {
            ascii['<'] = ESCAPE_CUSTOM;
            ascii['>'] = ESCAPE_CUSTOM;
            ascii['&'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (character) {
                case '<', '>', '&', 0x2028, 0x2029 -> new SerializedString("\\u%04x".formatted(character));
                default -> null;
            };
        }
    }
}
