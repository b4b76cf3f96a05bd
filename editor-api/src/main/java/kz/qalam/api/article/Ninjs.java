package kz.qalam.api.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import kz.qalam.core.article.Revision;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Standing;
import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Counts;
import kz.qalam.core.copy.Factbox;
import kz.qalam.core.copy.Gallery;
import kz.qalam.core.copy.ImageBlock;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.Related;
import kz.qalam.core.copy.Xhtml;
import kz.qalam.core.media.PictureShown;

/**
 * A revision as ninjs, the news industry's JSON. Field names, their types and the closed lists are those of IPTC's schema
 * 2.3 (iptc.org/std/ninjs); only <a href="https://github.com/iptc/newsinjson">its own fields</a> are used.
 */
final class Ninjs {

    private static final String VERSION = "2.3";

    /** How wide a picture stands in the text, in pixels. */
    private static final int SHOWN = 1200;

    private final Revision revision;
    private final Copy copy;
    private final Standing standing;
    private final @Nullable Section section;
    private final Map<String, PictureShown> pictures;
    private final String pictureAddress;
    private final ObjectNode item = JsonNodeFactory.instance.objectNode();

    private Ninjs(Revision revision, Standing standing, @Nullable Section section, Map<String, PictureShown> pictures,
            String pictureAddress) {
        this.revision = revision;
        this.copy = revision.copy();
        this.standing = standing;
        this.section = section;
        this.pictures = pictures;
        this.pictureAddress = pictureAddress;
    }

    /**
     * @param section what the copy's section is now
     * @param pictures those of the copy, by {@link Picture#reference}
     * @param pictureAddress where this API has its pictures, with a slash at its end
     */
    static JsonNode of(Revision revision, Standing standing, @Nullable Section section,
            Map<String, PictureShown> pictures, String pictureAddress) {
        return new Ninjs(revision, standing, section, pictures, pictureAddress).item();
    }

    private ObjectNode item() {
        item.putObject("standard").put("name", "ninjs").put("version", VERSION).put("schema",
                "http://www.iptc.org/std/ninjs/ninjs-schema_" + VERSION + ".json");
        item.put("uri", urn(revision.article())).put("type", "text").put("representationtype", "full")
                .put("version", Integer.toString(revision.number()))
                .put("versioncreated", revision.writtenAt().toString()).put("language", copy.language().code());
        standing();
        words();
        about();
        associations();
        return item;
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** Whoever takes it over may use exactly what readers have, and learns when that is to change. */
    private void standing() {
        Standing.Live live = standing.live();
        boolean stands = live != null && live.revision() == revision.number();
        Instant planned = standing.planned().stream()
                .filter(each -> each.revision() == revision.number() && each.held() == null)
                .map(Standing.Planned::from).findFirst().orElse(null);
        boolean withdrawn = live == null && standing.released() && planned == null;
        item.put("pubstatus", stands ? "usable" : withdrawn ? "canceled" : "withheld");
        if (live == null && planned != null) {
            item.put("embargoed", planned.toString());
        }
        Standing.End end = standing.end();
        if (end != null) {
            item.put("expires", end.at().toString());
        }
    }

    private void words() {
        item.putArray("headlines").addObject().put("role", "main").put("value", copy.headline());
        if (!copy.lead().isEmpty()) {
            item.putArray("descriptions").addObject().put("role", "lead").put("contenttype", "text/plain").put("value",
                    copy.lead());
        }
        // Captions stand with their pictures
        List<Block> text = copy.body().stream()
                .filter(block -> !(block instanceof ImageBlock || block instanceof Gallery))
                .toList();
        Counts counts = Copy.draft("").withBody(text).counts();
        var bodies = item.putArray("bodies");
        bodies.addObject().put("role", "main").put("contenttype", "text/plain").put("value",
                text.stream().map(Block::text).filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n")))
                .put("wordcount", counts.words()).put("charcount", counts.characters());
        bodies.addObject().put("role", "richtext").put("contenttype", "application/xhtml+xml").put("value",
                Xhtml.of(copy, picture -> new Xhtml.Shown(address(picture, SHOWN), shown(picture).alt())));
        if (!copy.bylines().isEmpty()) {
            item.put("by", copy.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")));
        }
        if (copy.slug() != null) {
            item.put("slugline", copy.slug());
        }
    }

    private void about() {
        var subjects = JsonNodeFactory.instance.arrayNode();
        if (section != null) {
            subjects.addObject().put("name", section.name(Locale.forLanguageTag(copy.language().code())))
                    .put("rel", "section")
                    .put("literal", section.slug());
        } else if (copy.section() != null) {
            subjects.addObject().put("name", copy.section()).put("rel", "section").put("literal", copy.section());
        }
        copy.tags().forEach(tag -> subjects.addObject().put("name", tag).put("rel", "about"));
        if (!subjects.isEmpty()) {
            item.set("subjects", subjects);
        }
        if (copy.source() != null) {
            ObjectNode source = item.putArray("infosources").addObject().put("name", copy.source().name());
            if (copy.source().url() != null) {
                source.put("uri", copy.source().url());
            }
        }
        if (copy.notices().advertising()) {
            item.putArray("genres").addObject().put("literal", "advertising");
        }
        if (copy.notices().ai()) {
            item.putObject("digitalsourcetype").put("literal", "ai");
        }
        if (copy.notices().age() != null) {
            item.put("ednote", copy.notices().age().label());
        }
    }

    private void associations() {
        var all = JsonNodeFactory.instance.arrayNode();
        Map<String, Integer> named = new HashMap<>();
        for (Picture picture : new LinkedHashSet<>(copy.pictures())) {
            int number = named.merge("picture", 1, Integer::sum);
            ObjectNode one = all.addObject().put("name",
                    picture.equals(copy.picture()) && number == 1 ? "main" : "picture-" + number);
            picture(one, picture);
        }
        for (UUID story : related(copy.body())) {
            all.addObject().put("name", "related-" + named.merge("related", 1, Integer::sum)).put("uri", urn(story))
                    .put("type", "text").put("representationtype", "partial");
        }
        if (!all.isEmpty()) {
            item.set("associations", all);
        }
    }

    private void picture(ObjectNode one, Picture picture) {
        PictureShown shown = shown(picture);
        one.put("uri", urn(picture.id())).put("type", "picture").put("version", Integer.toString(picture.version()));
        var said = JsonNodeFactory.instance.arrayNode();
        if (!picture.caption().isEmpty()) {
            said.addObject().put("role", "caption").put("value", picture.caption());
        }
        if (!shown.alt().isEmpty()) {
            said.addObject().put("role", "alt").put("value", shown.alt());
        }
        if (!said.isEmpty()) {
            one.set("descriptions", said);
        }
        if (!shown.credit().isEmpty()) {
            one.put("by", shown.credit());
        }
        if (!shown.terms().isEmpty()) {
            one.put("usageterms", shown.terms());
        }
        if (shown.licenceEnd() != null) {
            one.put("expires", shown.licenceEnd().toString());
        }
        var renditions = one.putArray("renditions");
        for (int width : shown.widths()) {
            renditions.addObject().put("name", "w" + width).put("href", address(picture, width))
                    .put("contenttype", "image/webp").put("width", width);
        }
    }

    private PictureShown shown(Picture picture) {
        return pictures.getOrDefault(picture.reference(), PictureShown.NOTHING);
    }

    private String address(Picture picture, int width) {
        return pictureAddress + picture.id() + "/versions/" + picture.version() + "/renditions/" + width;
    }

    private static List<UUID> related(List<Block> body) {
        List<UUID> all = new ArrayList<>();
        for (Block block : body) {
            if (block instanceof Related related) {
                all.addAll(related.articles());
            } else if (block instanceof Factbox box) {
                all.addAll(related(box.content()));
            }
        }
        return all;
    }
}
