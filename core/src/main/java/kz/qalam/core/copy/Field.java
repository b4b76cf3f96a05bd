package kz.qalam.core.copy;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A field of copy other than its body, as comparing and merging see it.
 *
 * @param name its name in JSON
 * @param of its value, which may be null
 * @param printed what it reads as
 * @param details what it holds besides words
 * @param put the copy with another copy's value of it
 */
record Field(String name, Function<Copy, @Nullable Object> of, Function<Copy, List<Inline>> printed,
        Function<Copy, Map<String, String>> details, BiFunction<Copy, Copy, Copy> put) {

    /** All fields but the body, in the order in which they are read. */
    static final List<Field> ALL = List.of(
            words("headline", Copy::headline, (to, from) -> to.withHeadline(from.headline())),
            words("lead", Copy::lead, (to, from) -> to.withLead(from.lead())),
            value("language", copy -> copy.language().code(), (to, from) -> to.withLanguage(from.language())),
            new Field("picture", Copy::picture, copy -> Printed.text(caption(copy)), Field::picture,
                    (to, from) -> to.withPicture(from.picture())),
            new Field("bylines", Copy::bylines, copy -> listed(copy.bylines().stream().map(Byline::name)),
                    Field::people,
                    (to, from) -> to.withBylines(from.bylines())),
            new Field("source", Copy::source, copy -> Printed.text(source(copy)), Field::address,
                    (to, from) -> to.withSource(from.source())),
            value("section", Copy::section, (to, from) -> to.withSection(from.section())),
            new Field("tags", Copy::tags, copy -> listed(copy.tags().stream()), copy -> Map.of(),
                    (to, from) -> to.withTags(from.tags())),
            value("slug", Copy::slug, (to, from) -> to.withSlug(from.slug())),
            new Field("seo", Copy::seo, Field::seo, copy -> Map.of(), (to, from) -> to.withSeo(from.seo())),
            new Field("notices", Copy::notices, copy -> List.of(), Field::notices,
                    (to, from) -> to.withNotices(from.notices())));

    private static Field words(String name, Function<Copy, String> words, BiFunction<Copy, Copy, Copy> put) {
        return new Field(name, words::apply, copy -> Printed.text(words.apply(copy)), copy -> Map.of(), put);
    }

    private static Field value(String name, Function<Copy, @Nullable String> value, BiFunction<Copy, Copy, Copy> put) {
        return new Field(name, value::apply, copy -> List.of(), copy -> detail(name, value.apply(copy)), put);
    }

    boolean isSame(Copy one, Copy other) {
        return Objects.equals(of.apply(one), of.apply(other));
    }

    /** The field in a line or two, for a person who has to choose between two of them. */
    String text(Copy copy) {
        return Stream.concat(Stream.of(Inline.text(printed.apply(copy))), details.apply(copy).values().stream())
                .filter(part -> !part.isEmpty()).collect(joining("\n"));
    }

    private static List<Inline> listed(Stream<String> names) {
        return Printed.text(names.collect(joining(", ")));
    }

    private static String caption(Copy copy) {
        Picture picture = copy.picture();
        return picture == null ? "" : picture.caption();
    }

    private static Map<String, String> picture(Copy copy) {
        Picture picture = copy.picture();
        return detail("picture", picture == null ? null : picture.reference());
    }

    private static Map<String, String> people(Copy copy) {
        return detail("people",
                copy.bylines().stream().map(byline -> Objects.toString(byline.person(), "–")).collect(joining(", ")));
    }

    private static String source(Copy copy) {
        Source source = copy.source();
        return source == null ? "" : source.name();
    }

    private static Map<String, String> address(Copy copy) {
        Source source = copy.source();
        return detail("url", source == null ? null : source.url());
    }

    private static List<Inline> seo(Copy copy) {
        Seo seo = copy.seo();
        return seo == null
                ? List.of()
                : Printed.separated(Stream.of(Printed.text(Objects.requireNonNullElse(seo.title(), "")),
                        Printed.text(Objects.requireNonNullElse(seo.description(), ""))), Break.LINE);
    }

    private static Map<String, String> notices(Copy copy) {
        Notices notices = copy.notices();
        Age age = notices.age();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("age", age == null ? "" : age.label());
        details.put("advertising", Boolean.toString(notices.advertising()));
        details.put("ai", Boolean.toString(notices.ai()));
        return details;
    }

    private static Map<String, String> detail(String name, @Nullable String value) {
        return Map.of(name, Objects.requireNonNullElse(value, ""));
    }
}
