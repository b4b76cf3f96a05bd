package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, counted things and days in three scripts. */
class FiguresTest {

    private static final Locale CYRILLIC = Locale.forLanguageTag("kk");
    private static final Locale LATIN = Locale.forLanguageTag("kk-Latn");
    private static final Locale ARABIC = Locale.forLanguageTag("kk-Arab");

    @Test
    void thousandsKeepTogether() {
        assertEquals("1\u00a0234\u00a0567", Figures.grouped(1_234_567));
        assertEquals("999", Figures.grouped(999));
        assertEquals("0", Figures.grouped(0));
    }

    @ParameterizedTest
    @CsvSource({"5, 5-тен, 5-ten, 5-تەن", "6, 6-дан, 6-dan, 6-دان", "10, 10-нан, 10-nan, 10-نان",
            "100, 100-ден, 100-den, 100-دەن", "1000, 1\u00a0000-нан, 1\u00a0000-nan, 1\u00a0000-نان"})
    void aCaseFollowsHowTheNumberIsRead(long number, String cyrillic, String latin, String arabic) {
        assertEquals(cyrillic, Figures.inflected(number, "ABL", CYRILLIC));
        assertEquals(latin, Figures.inflected(number, "ABL", LATIN));
        assertEquals(arabic, Figures.inflected(number, "ABL", ARABIC));
    }

    /** After a number there is no plural, in whatever script. */
    @ParameterizedTest
    @CsvSource({"3 пікір, 3 pıkır, 3 پىكىر", "2 минут, 2 minut, 2 مينۋت",
            "15 мақала, 15 maqala, 15 ماقالا"})
    void whatIsCountedStandsInTheSingular(String cyrillic, String latin, String arabic) {
        assertEquals(latin, Figures.written(cyrillic, LATIN));
        assertEquals(arabic, Figures.written(cyrillic, ARABIC));
    }

    @Test
    void daysAndMonthsAreToldInEachScript() {
        NewsTime time = new NewsTime(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC),
                NewsTime.ALMATY);
        Instant today = Instant.parse("2026-11-21T04:05:00Z");
        Instant far = Instant.parse("2025-12-31T13:30:00Z");
        assertEquals("bügın 09:05", time.near(today, LATIN));
        assertEquals("بۇگىن 09:05", time.near(today, ARABIC));
        assertEquals("31 jeltoqsan 2025, 18:30", time.near(far, LATIN));
        assertEquals("31 جەلتوقسان 2025، 18:30", time.near(far, ARABIC));
        assertEquals("2026 jylğy qyrküiek", time.month(YearMonth.of(2026, 9), LATIN));
        assertEquals("2026 جىلعى قىركۇيەك", time.month(YearMonth.of(2026, 9), ARABIC));
        assertEquals("2025 jylğy 31 jeltoqsan", time.date(far, LATIN));
    }
}
