package kz.qalam.core.language;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Says when, as a newsroom says it. Times are kept in UTC and told in the newsroom's zone. The machine's own Kazakh forms
 * («2026 ж. 5 қараша», a capital in «Қараша») are not news style, so the forms stand in a bundle; {@code kk-Latn} and
 * {@code kk-Arab} are written from the Kazakh ones.
 */
public final class NewsTime {
    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The newsroom's zone: UTC+6 before 1 March 2024, UTC+5 since. */
    public static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private static final Texts TEXTS = new Texts("kz.qalam.core.language.newstime");

    private final Clock clock;
    private final ZoneId zone;

    /** @param clock says which day is today */
    public NewsTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** As near as it is: «бүгін 09:05», «кеше 18:30», «ертең 18:00», «20 қараша, 18:30», «20 қараша 2025, 18:30». */
    public String near(Instant instant, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = LocalDate.ofInstant(instant, zone);
        long away = ChronoUnit.DAYS.between(today, day);
        if (Math.abs(away) <= 1) {
            return form(away == 0 ? "today" : away < 0 ? "yesterday" : "tomorrow", instant, locale);
        }
        return form(day.getYear() == today.getYear() ? "near" : "far", instant, locale);
    }

    /** The whole of it: «2026 жылғы 5 қараша, 18:30». */
    public String full(Instant instant, Locale locale) {
        return form("full", instant, locale);
    }

    /** The date alone: «2026 жылғы 5 қараша». */
    public String date(Instant instant, Locale locale) {
        return form("date", instant, locale);
    }

    /** The month alone: «2026 жылғы қараша». */
    public String month(YearMonth month, Locale locale) {
        return Figures.written(TEXTS.get(locale, "month", "", TEXTS.get(locale, "alone." + month.getMonthValue()),
                Integer.toString(month.getYear())), locale);
    }

    /** The time of day alone: «09:05». */
    public String time(Instant instant) {
        return OF_DAY.format(instant.atZone(zone));
    }

    private String form(String form, Instant instant, Locale locale) {
        ZonedDateTime there = instant.atZone(zone);
        String text = TEXTS.get(locale, form, Integer.toString(there.getDayOfMonth()),
                TEXTS.get(locale, "month." + there.getMonthValue()), Integer.toString(there.getYear()), time(instant));
        return Figures.written(text, locale);
    }
}
