package kz.qalam.core.article;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import kz.qalam.core.refusal.Invalid;

/**
 * Where a page of a list ended; opaque to the outside.
 *
 * @param at the last line's time, by which the list is ordered
 * @param id what tells lines of one moment apart
 */
public record Cursor(Instant at, UUID id) {

    /** Further than this no list goes, and the database could not count it. */
    private static final Instant FARTHEST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Invalid when it is not one that we gave */
    public static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            Instant at = Instant.parse(parts[0]);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(FARTHEST)) {
                throw Invalid.of("cursor", "bad-cursor");
            }
            return new Cursor(at, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Invalid.of("cursor", "bad-cursor");
        }
    }
}
