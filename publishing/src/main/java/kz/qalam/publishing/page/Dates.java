package kz.qalam.publishing.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import kz.qalam.core.language.NewsTime;

/**
 * Times as a page prints them. A page stands for as long as readers come and must not change by itself, so nothing on it
 * is «today»: its times are told as two days after the newest of them.
 */
record Dates(NewsTime told, Locale language) {
    private static final Duration LATER = Duration.ofDays(2);

    static Dates asOf(Instant newest, Locale language) {
        return new Dates(new NewsTime(Clock.fixed(newest.plus(LATER), ZoneOffset.UTC), NewsTime.ALMATY), language);
    }

    Moment moment(Instant at) {
        return new Moment(at, this);
    }

    /** «2026-11-05T09:05:00+05:00»: for machines, with Almaty's offset of that day. */
    static String machine(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(at.truncatedTo(ChronoUnit.SECONDS).atZone(NewsTime.ALMATY));
    }

    /** A point in time, as templates ask for it: hardly any wants all three. */
    record Moment(Instant instant, Dates dates) {

        /** For machines. */
        public String machine() {
            return Dates.machine(instant);
        }

        /** In full. */
        public String full() {
            return dates.told().full(instant, dates.language());
        }

        /** In brief, as near as it is. */
        public String brief() {
            return dates.told().near(instant, dates.language());
        }
    }
}
