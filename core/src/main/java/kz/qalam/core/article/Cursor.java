package kz.qalam.core.article;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import kz.qalam.core.refusal.Invalid;

/** Where a page of a list ended; opaque to the outside. */
record Cursor(Instant changedAt, UUID id) {

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((changedAt + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Invalid when it is not one that we gave */
    static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Invalid.of("cursor", "bad-cursor");
        }
    }
}
