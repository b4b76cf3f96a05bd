package kz.qalam.admin.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.NewsTime;

/** What an address asks a list for, read and written: what it does not say clearly does not narrow. Days are the newsroom's. */
public final class Asked {

    private final StringBuilder query = new StringBuilder();

    public static <E extends Enum<E>> @Nullable E choice(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    /** When a day begins, or the day so many days after it. */
    public static @Nullable Instant day(@Nullable String text, int later) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < 1 || day.getYear() > 9_999
                    ? null
                    : day.plusDays(later).atStartOfDay(NewsTime.ALMATY).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** One more thing that an address asks for, where anything is said. */
    public Asked and(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.append(query.length() == 0 ? "" : "&").append(name).append('=')
                    .append(URLEncoder.encode(value.strip(), UTF_8));
        }
        return this;
    }

    /** As addresses and links have it. */
    @Override
    public String toString() {
        return query.toString();
    }
}
