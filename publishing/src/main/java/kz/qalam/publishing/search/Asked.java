package kz.qalam.publishing.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;
import kz.qalam.core.language.NewsTime;
import kz.qalam.publishing.page.Section;

/**
 * What a reader asks. Days are Almaty's, both included.
 *
 * @param page from 1
 * @param fault what cannot be understood in it
 */
record Asked(String words, @Nullable String section, @Nullable LocalDate from, @Nullable LocalDate to, int page,
        @Nullable Fault fault) {
    static final int MOST_CHARACTERS = 200;
    static final int PAGE = 10;
    /** The hundredth story is the last that is shown. */
    static final int LAST_PAGE = 10;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern NOISE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\uFFFD\\s]+");

    enum Fault {
        TOO_LONG,
        UNCLEAR
    }

    static Asked of(HttpServerRequest request) {
        try {
            var words = NOISE.matcher(given(request, "q")).replaceAll(" ").strip();
            if (words.codePointCount(0, words.length()) > MOST_CHARACTERS) {
                return new Asked("", null, null, null, 1, Fault.TOO_LONG);
            }
            var section = given(request, "section");
            var page = given(request, "page");
            var from = date(given(request, "from"));
            var to = date(given(request, "to"));
            var number = page.isEmpty() ? 1 : NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 0;
            var good = (section.isEmpty() || SLUG.matcher(section).matches()) && number >= 1 && number <= LAST_PAGE
                    && (from == null || to == null || !to.isBefore(from));
            return good
                    ? new Asked(words, section.isEmpty() ? null : section, from, to, number, null)
                    : new Asked(words, null, null, null, 1, Fault.UNCLEAR);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Asked("", null, null, null, 1, Fault.UNCLEAR);
        }
    }

    /** The same, where it names a section by a slug that it had before. */
    Asked meaning(List<Section> sections) {
        var meant = Section.meant(sections, section);
        return meant == null ? this : new Asked(words, meant.slug(), from, to, page, fault);
    }

    private static String given(HttpServerRequest request, String name) {
        var value = request.getParam(name);
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate date(String given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!DATE.matcher(given).matches()) {
            throw new DateTimeException("not a date");
        }
        return LocalDate.parse(given);
    }

    @Nullable
    Instant notBefore() {
        return from == null ? null : from.atStartOfDay(NewsTime.ALMATY).toInstant();
    }

    @Nullable
    Instant before() {
        return to == null ? null : to.plusDays(1).atStartOfDay(NewsTime.ALMATY).toInstant();
    }
}
