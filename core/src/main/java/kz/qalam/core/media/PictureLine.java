package kz.qalam.core.media;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A picture in a list, as its newest version shows it. */
public record PictureLine(UUID id, int version, int width, int height, String name, String alt, String credit,
        @Nullable Instant licenceEnd, Instant uploadedAt) {

    public boolean hasEnded() {
        return ends(Duration.ZERO);
    }

    /** Whether its licence has ended, or ends within {@value Pictures#SOON} days. */
    public boolean endsSoon() {
        return ends(Duration.ofDays(Pictures.SOON));
    }

    private boolean ends(Duration within) {
        return licenceEnd != null && !licenceEnd.isAfter(Instant.now().plus(within));
    }
}
