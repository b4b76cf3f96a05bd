package kz.qalam.admin.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateExtension;
import kz.qalam.core.language.NewsTime;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.OwnReasons;

/** Times as people read and type them: the newsroom's zone, the reader's language. */
public final class Times {

    private static final NewsTime NEWS_TIME = new NewsTime(Clock.systemUTC(), NewsTime.ALMATY);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private Times() {
    }

    /** «бүгін 09:05», «кеше 18:30», «20 қараша, 18:30». */
    @TemplateExtension
    static String near(Instant at, @TemplateExtension.TemplateAttribute Object locale) {
        return NEWS_TIME.near(at, (Locale) locale);
    }

    /** «2026 жылғы 5 қараша, 18:30». */
    @TemplateExtension
    static String full(Instant at, @TemplateExtension.TemplateAttribute Object locale) {
        return NEWS_TIME.full(at, (Locale) locale);
    }

    /** As a field for date and time holds it. */
    @TemplateExtension
    static String field(Instant at) {
        return FIELD.format(LocalDateTime.ofInstant(at, NewsTime.ALMATY));
    }

    /** A reason for which something is held or withdrawn: the newsroom's own ones in the reader's language. */
    @TemplateExtension
    static String ownReason(String reason, @TemplateExtension.TemplateAttribute Object locale) {
        return OwnReasons.said(reason, (Locale) locale);
    }

    /**
     * What was typed into a field for date and time; null where nothing was.
     *
     * @throws Invalid when it is no time
     */
    public static @Nullable Instant typed(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text.strip());
            if (time.getYear() < 1 || time.getYear() > 9_999) {
                throw new DateTimeException("out of any calendar");
            }
            return time.atZone(NewsTime.ALMATY).toInstant();
        } catch (DateTimeException e) {
            throw Invalid.of(pointer, "not-time");
        }
    }
}
