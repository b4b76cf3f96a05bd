package kz.qalam.core.copy;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.TooLarge;

/**
 * What a story is made of, as data: there is no HTML in it, so a script has nowhere to live. Text is Unicode NFC. Equal
 * copies have equal bytes ({@link #canonical}) and so equal digests; what is read back equals what was written.
 *
 * <p>A copy put together in Java is well formed, but its limits are checked only by {@link #checked}.
 *
 * @param headline at most 300 characters; may be empty until the story is submitted
 * @param lead at most 1,000 characters
 * @param picture the main picture
 * @param body at most 5,000 blocks, those within blocks counted
 * @param bylines at most 20
 * @param section the section's slug
 * @param tags at most 20, each of 1 to 60 characters, none twice
 * @param slug a proposal for the address: lower-case ASCII words joined by hyphens, at most 80 characters
 */
public record Copy(String headline, String lead, Language language, @Nullable Picture picture, List<Block> body,
        List<Byline> bylines, @Nullable Source source, @Nullable String section, List<String> tags,
        @Nullable String slug, @Nullable Seo seo, Notices notices) {

    /** The most that is read, and the most that canonical JSON may come to. */
    public static final int MOST_BYTES = 1_000_000;

    /** The most blocks in a body, those within lists and factboxes counted. */
    public static final int MOST_BLOCKS = 5_000;

    static final int MOST_IN_ADDRESS = 2_000;

    private static final int MOST_IN_HEADLINE = 300;
    private static final int MOST_IN_LEAD = 1_000;
    private static final int MOST_BYLINES = 20;
    private static final int MOST_TAGS = 20;
    private static final int MOST_IN_TAG = 60;
    private static final int MOST_IN_SECTION = 40;
    private static final int MOST_IN_SLUG = 80;

    /** What is read may come to more in canonical JSON: in NFC up to three times, and fields left out are written. */
    private static final int MOST_GROWTH = 4;

    /** Deeper than any copy nests: the deepest is a link within three lists in a factbox. */
    private static final int DEEPEST_JSON = 40;

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON)
                    .maxStringLength(MOST_BYTES).maxNumberLength(20).build())
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public Copy {
        headline = Characters.normal(headline);
        lead = Characters.normal(lead);
        body = List.copyOf(body);
        bylines = List.copyOf(bylines);
        section = Characters.optional(section);
        tags = tags.stream().map(Characters::normal).toList();
        slug = Characters.optional(slug);
        seo = seo == null || seo.isEmpty() ? null : seo;
    }

    /** A story that has a headline and nothing else yet. */
    public static Copy draft(String headline) {
        return new Copy(headline, "", Language.KK, null, List.of(), List.of(), null, null, List.of(), null, null,
                Notices.NONE);
    }

    /**
     * Reads a copy strictly: nothing that the schema does not know is passed over. Missing fields are empty; a byline may
     * be a name alone.
     *
     * @param json UTF-8, at most {@link #MOST_BYTES}
     * @throws Invalid with the place of every problem, at most 50
     * @throws TooLarge over {@link #MOST_BYTES} or {@link #MOST_BLOCKS}
     */
    public static Copy read(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new TooLarge(TooLarge.Unit.BYTES, MOST_BYTES);
        }
        try {
            // Jackson would guess at UTF-16 and let some broken UTF-8 pass
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            JsonNode tree = STRICT.readTree(text);
            return json.length < MOST_BYTES / MOST_GROWTH ? wellFormed(tree) : read(tree);
        } catch (CharacterCodingException e) {
            throw Invalid.of("", "not-utf-8");
        } catch (JsonProcessingException e) {
            throw Invalid.of("", "not-json");
        }
    }

    /** As {@link #read(byte[])}, where the JSON is part of a larger document; doubled keys are lost before it gets here. */
    public static Copy read(JsonNode json) {
        Copy copy = wellFormed(json);
        if (copy.canonical().length > MOST_BYTES) {
            throw new TooLarge(TooLarge.Unit.BYTES, MOST_BYTES);
        }
        return copy;
    }

    /**
     * Reads back what was put aside in the middle of writing: the body strictly but for the length of captions and second
     * lines, the other fields as they were typed, be they too long, too many or half a word. Such a copy is shown to its
     * writer and held to its limits when it is saved.
     *
     * @throws Invalid when the body is none
     */
    public static Copy readUnfinished(byte[] json) {
        try {
            return wellFormed(STRICT.readTree(json), new Reading(true));
        } catch (IOException e) {
            throw Invalid.of("", "not-json");
        }
    }

    private static Copy wellFormed(JsonNode json) {
        return wellFormed(json, new Reading(false));
    }

    private static Copy wellFormed(JsonNode json, Reading reading) {
        Place place = new Place(json, "", reading);
        if (place.isAbsent()) {
            place.problem("required");
        }
        Copy copy = place.object(Copy::read);
        reading.finish();
        return copy;
    }

    private static Copy read(Fields fields) {
        Language language = fields.get("language").choice(Language.BY_CODE);
        Notices notices = fields.get("notices").optional(Notices::read);
        return new Copy(fields.get("headline").text(MOST_IN_HEADLINE), fields.get("lead").text(MOST_IN_LEAD),
                requireNonNullElse(language, Language.KK), fields.get("picture").optional(Picture::read),
                Node.document(fields.get("body")),
                fields.get("bylines").items(0, MOST_BYLINES).stream().map(Byline::read).toList(),
                fields.get("source").optional(Source::read),
                fields.get("section").optionalText(MOST_IN_SECTION, Schema.SECTION, "not-section"),
                fields.get("tags").distinct(0, MOST_TAGS, tag -> tag.text(1, MOST_IN_TAG)),
                fields.get("slug").optionalText(MOST_IN_SLUG, Schema.SLUG, "not-slug"),
                fields.get("seo").optional(Seo::read), requireNonNullElse(notices, Notices.NONE));
    }

    /** This copy, held to the same limits as one that was sent. */
    public Copy checked() {
        return read(json());
    }

    /** All fields; what is absent is null, the body is ProseMirror's document. */
    public JsonNode json() {
        ObjectNode json = Json.object();
        json.put("headline", headline);
        json.put("lead", lead);
        json.put("language", language.code());
        json.set("picture", picture == null ? null : picture.json());
        json.putObject("body").put("type", "doc").set("content", Json.array(body, Block::json));
        json.set("bylines", Json.array(bylines, Byline::json));
        json.set("source", source == null ? null : source.json());
        json.put("section", section);
        json.set("tags", Json.array(tags, TextNode::valueOf));
        json.put("slug", slug);
        json.set("seo", seo == null ? null : seo.json());
        json.set("notices", notices.json());
        return json;
    }

    /** The one form in which equal copies have equal bytes: RFC 8785, in UTF-8. */
    public byte[] canonical() {
        try {
            return new JsonCanonicalizer(json().toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of {@link #canonical}: what a reviewer approves. */
    public byte[] digest() {
        return digest(canonical());
    }

    /** @param canonical a copy's, where its bytes are at hand already */
    public static byte[] digest(byte[] canonical) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headline, lead and body as they read, a block a line; a block's own rows, items and line breaks stay lines too. */
    public String plainText() {
        return Stream.concat(Stream.of(headline, lead), body.stream().map(Block::text)).flatMap(String::lines)
                .filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Every picture that it shows: the main one first, then as they come in the body. */
    public List<Picture> pictures() {
        return Stream.concat(Stream.ofNullable(picture), body.stream().flatMap(Copy::shown)).toList();
    }

    private static Stream<Picture> shown(Block block) {
        if (block instanceof ImageBlock image) {
            return Stream.of(image.picture());
        }
        if (block instanceof Gallery gallery) {
            return gallery.pictures().stream();
        }
        return block instanceof Factbox box ? box.content().stream().flatMap(Copy::shown) : Stream.empty();
    }

    /** How long it is, of {@link #plainText}. */
    public Counts counts() {
        return Counts.of(plainText());
    }

    /**
     * Which of the required fields, by their names in JSON, are still empty.
     *
     * @throws IllegalArgumentException for a name that is no field
     */
    public List<String> missing(List<String> required) {
        return required.stream().filter(this::isMissing).toList();
    }

    private boolean isMissing(String field) {
        return switch (field) {
            case "headline" -> headline.isBlank();
            case "lead" -> lead.isBlank();
            case "picture" -> picture == null;
            case "body" -> body.stream().allMatch(block -> block.text().isBlank());
            case "bylines" -> bylines.isEmpty();
            case "source" -> source == null;
            case "section" -> section == null;
            case "tags" -> tags.isEmpty();
            case "slug" -> slug == null;
            case "seo" -> seo == null;
            case "age" -> notices.age() == null;
            case "advertising" -> !notices.advertising();
            default -> throw new IllegalArgumentException("no field that a desk may require: " + field);
        };
    }

    public Copy withHeadline(String headline) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withLead(String lead) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withLanguage(Language language) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withPicture(@Nullable Picture picture) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withBody(List<Block> body) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withBylines(List<Byline> bylines) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withSource(@Nullable Source source) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withSection(@Nullable String section) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withTags(List<String> tags) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withSlug(@Nullable String slug) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withSeo(@Nullable Seo seo) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }

    public Copy withNotices(Notices notices) {
        return new Copy(headline, lead, language, picture, body, bylines, source, section, tags, slug, seo, notices);
    }
}
