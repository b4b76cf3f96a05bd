package kz.qalam.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTimeTest {

    private static final NewsTime TIME = new NewsTime(
            Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC), NewsTime.ALMATY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-11-21T04:05:00Z | бүгін 09:05             | сегодня 09:05          | today 09:05",
            "2026-11-20T19:00:00Z | бүгін 00:00             | сегодня 00:00          | today 00:00",
            "2026-11-20T18:59:59Z | кеше 23:59              | вчера 23:59            | yesterday 23:59",
            "2026-11-22T13:00:00Z | ертең 18:00             | завтра 18:00           | tomorrow 18:00",
            "2026-11-19T13:30:00Z | 19 қараша, 18:30        | 19 ноября, 18:30       | 19 November, 18:30",
            "2026-12-31T13:30:00Z | 31 желтоқсан, 18:30     | 31 декабря, 18:30      | 31 December, 18:30",
            "2025-11-20T13:30:00Z | 20 қараша 2025, 18:30   | 20 ноября 2025, 18:30  | 20 November 2025, 18:30",
    })
    void saysHowNearItIs(Instant instant, String kazakh, String russian, String english) {
        assertEquals(kazakh, TIME.near(instant, Locale.forLanguageTag("kk")));
        assertEquals(russian, TIME.near(instant, Locale.forLanguageTag("ru-KZ")));
        assertEquals(english, TIME.near(instant, Locale.ENGLISH));
    }

    @Test
    void saysTheWholeDate() {
        Instant instant = Instant.parse("2026-11-05T13:30:00Z");
        assertEquals("2026 жылғы 5 қараша", TIME.date(instant, Locale.forLanguageTag("kk")));
        assertEquals("2026 жылғы 5 қараша, 18:30", TIME.full(instant, Locale.CHINESE));
        assertEquals("5 ноября 2026 года", TIME.date(instant, Locale.forLanguageTag("ru")));
        assertEquals("5 November 2026, 18:30", TIME.full(instant, Locale.ENGLISH));
        assertEquals("18:30", TIME.time(instant));
    }

    @Test
    void saysItInEachScript() {
        Instant instant = Instant.parse("2026-11-05T13:30:00Z");
        assertEquals("2026 jylğy 5 qaraşa, 18:30", TIME.full(instant, Locale.forLanguageTag("kk-Latn")));
        assertEquals("2026 جىلعى 5 قاراشا، 18:30", TIME.full(instant, Locale.forLanguageTag("kk-Arab")));
    }

    /** A machine with older zone rules would date stories wrongly. */
    @Test
    void knowsThatTheClocksOfAlmatyMoved() {
        assertEquals(ZoneOffset.ofHours(6),
                NewsTime.ALMATY.getRules().getOffset(Instant.parse("2024-02-28T00:00:00Z")));
        assertEquals(ZoneOffset.ofHours(5),
                NewsTime.ALMATY.getRules().getOffset(Instant.parse("2024-03-02T00:00:00Z")));
    }
}
