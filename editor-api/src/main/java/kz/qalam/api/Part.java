package kz.qalam.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.refusal.Invalid;

/** Which part of a list is asked for. */
public class Part {

    /** No list is longer. */
    public static final int MOST = 100;

    @QueryParam("cursor")
    @Parameter(description = "Where the part begins: `next` of the part before. Opaque.")
    @Nullable
    String cursor;

    @QueryParam("size")
    @Parameter(description = "How many lines at most.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Nullable
    String size;

    public @Nullable String cursor() {
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }

    /** How many lines: 20 unless said. @throws Invalid under 1 and over {@value #MOST} */
    public int size() {
        return size(20);
    }

    /** @param unsaid how many lines when nobody says */
    public int size(int unsaid) {
        int asked = size == null ? unsaid : number("size", size, "out-of-range", 1, MOST);
        if (asked < 1 || asked > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        return asked;
    }

    /** The cursor of a list that is ordered by numbers. */
    public int number(int beginning) {
        String from = cursor();
        return from == null ? beginning : number("cursor", from, "bad-cursor");
    }

    /** The cursor of a list whose place is an id. */
    public @Nullable UUID id() {
        String from = cursor();
        try {
            return from == null ? null : UUID.fromString(from);
        } catch (IllegalArgumentException e) {
            throw Invalid.of("cursor", "bad-cursor");
        }
    }

    /** A time in a query, in the years 1 to 9999; absent where nothing is said. @throws Invalid when it is none */
    public static @Nullable Instant time(String parameter, @Nullable String text) {
        try {
            OffsetDateTime time = text == null || text.isEmpty() ? null : OffsetDateTime.parse(text);
            if (time != null && (time.getYear() < 1 || time.getYear() > 9_999)) {
                throw new DateTimeException("out of any calendar");
            }
            return time == null ? null : time.toInstant();
        } catch (DateTimeException e) {
            throw Invalid.of(parameter, "not-time");
        }
    }

    /** One of several in a query; absent where nothing is said. @throws Invalid when it is none of them */
    public static <E extends Enum<E>> @Nullable E choice(String parameter, E[] all, @Nullable String named) {
        if (named == null || named.isEmpty()) {
            return null;
        }
        return Arrays.stream(all).filter(one -> one.name().equals(named)).findFirst()
                .orElseThrow(() -> Invalid.of(parameter, "unknown-value",
                        Arrays.toString(all).replaceAll("[\\[\\]]", "")));
    }

    /** A whole number in a query. @throws Invalid when it is none */
    public static int number(String parameter, String text, String problem, Object... args) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Invalid.of(parameter, problem, args);
        }
    }
}
