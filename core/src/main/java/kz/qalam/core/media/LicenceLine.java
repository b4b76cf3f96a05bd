package kz.qalam.core.media;

import java.time.Instant;
import java.util.UUID;

import kz.qalam.core.copy.Language;

/**
 * A live story that shows a picture whose licence has ended, or ends soon.
 *
 * @param headline as readers have it
 * @param picture and its {@code version}, as the story shows it
 * @param end when the licence of that version ends
 */
public record LicenceLine(UUID article, String headline, Language language, UUID picture, int version, Instant end) {

    public boolean hasEnded() {
        return !end.isAfter(Instant.now());
    }
}
