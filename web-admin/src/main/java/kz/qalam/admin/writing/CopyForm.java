package kz.qalam.admin.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.FormParam;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.article.Kept;
import kz.qalam.core.copy.Age;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Notices;
import kz.qalam.core.copy.Seo;
import kz.qalam.core.copy.Source;
import kz.qalam.core.refusal.Invalid;

/**
 * What the writing page sends: the whole copy as JSON, and over it the plain fields. With script the JSON holds the text
 * as it was just typed; without, the text as it stood.
 */
class CopyForm {

    @FormParam("copy")
    @Nullable
    String json;

    @FormParam("headline")
    @Nullable
    String headline;

    @FormParam("lead")
    @Nullable
    String lead;

    @FormParam("language")
    @Nullable
    String language;

    @FormParam("section")
    @Nullable
    String section;

    @FormParam("tags")
    @Nullable
    String tags;

    @FormParam("bylines")
    @Nullable
    String bylines;

    @FormParam("source-name")
    @Nullable
    String sourceName;

    @FormParam("source-url")
    @Nullable
    String sourceUrl;

    @FormParam("slug")
    @Nullable
    String slug;

    @FormParam("seo-title")
    @Nullable
    String seoTitle;

    @FormParam("seo-description")
    @Nullable
    String seoDescription;

    @FormParam("age")
    @Nullable
    String age;

    @FormParam("advertising")
    @Nullable
    String advertising;

    @FormParam("ai")
    @Nullable
    String ai;

    /** The revision that the writer had before them. */
    @FormParam("expected")
    int expected;

    /** The older revision from which the text also draws, after two people wrote at once. */
    @FormParam("merging")
    @Nullable
    String merging;

    /** What the page calls the window in which it is typed. */
    @FormParam("window")
    @Nullable
    String window;

    /** How far the window's text has come. */
    @FormParam("counter")
    @Nullable
    String counter;

    /** At which desk a new story is started; absent: the writer's first. */
    @FormParam("desk")
    @Nullable
    String desk;

    /** What the page calls a new story, so that a second press starts no second one. */
    @FormParam("request")
    @Nullable
    String request;

    /** Where to go after saving; absent: back to the text. */
    @FormParam("then")
    @Nullable
    String then;

    /**
     * The copy as typed, not yet held to its limits.
     *
     * @throws Invalid when the JSON is no copy
     */
    Copy typed() {
        if (json == null) {
            throw Invalid.of("/copy", "required");
        }
        Copy base = Copy.readUnfinished(json.getBytes(UTF_8));
        return new Copy(line(headline), line(lead),
                named(Language.values(), Language::code, language).orElse(base.language()),
                base.picture(), base.body(), bylines(base), source(), optional(section), list(tags), optional(slug),
                seo(base),
                new Notices(named(Age.values(), Age::label, age).orElse(null), advertising != null, ai != null));
    }

    /** What of the window's unsaved text is in this form; absent where the page has no script. */
    @Nullable
    Kept kept() {
        UUID id = window();
        return id == null ? null : new Kept(id, counter());
    }

    long counter() {
        return Math.max(0, number(counter));
    }

    @Nullable
    UUID window() {
        try {
            return window == null ? null : UUID.fromString(window);
        } catch (IllegalArgumentException e) {
            throw Invalid.of("/window", "not-id");
        }
    }

    @Nullable
    Integer merging() {
        return merging == null || merging.isBlank() ? null : (int) number(merging);
    }

    private static long number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? 0 : Math.min(Integer.MAX_VALUE, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether the writer goes on to submit what is saved. */
    boolean isBound() {
        return "submission".equals(then);
    }

    @Nullable
    UUID desk() {
        try {
            return desk == null || desk.isBlank() ? null : UUID.fromString(desk);
        } catch (IllegalArgumentException e) {
            throw Invalid.of("/desk", "not-id");
        }
    }

    /** Without its fields, as programs send it, it stays. */
    private @Nullable Seo seo(Copy base) {
        return seoTitle == null && seoDescription == null
                ? base.seo()
                : new Seo(optional(seoTitle), optional(seoDescription));
    }

    /** A name that stood there before keeps the person that it stood for. */
    private List<Byline> bylines(Copy base) {
        return list(bylines).stream().map(name -> base.bylines().stream().filter(known -> known.name().equals(name))
                .findFirst().orElseGet(() -> new Byline(name))).toList();
    }

    private @Nullable Source source() {
        String name = line(sourceName);
        String url = optional(sourceUrl);
        if (name.isEmpty() && url == null) {
            return null;
        }
        return new Source(name, url);
    }

    private static <E> Optional<E> named(E[] all, Function<E, String> name, @Nullable String wanted) {
        return Arrays.stream(all).filter(each -> name.apply(each).equals(wanted)).findFirst();
    }

    private static String line(@Nullable String text) {
        return requireNonNullElse(text, "").replaceAll("\\s+", " ").strip();
    }

    private static @Nullable String optional(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    private static List<String> list(@Nullable String text) {
        return Arrays.stream(line(text).split(",")).map(String::strip).filter(item -> !item.isEmpty()).distinct()
                .toList();
    }
}
