package kz.qalam.core.media;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A picture in a list, as its newest version shows it. */
public record PictureLine(UUID id, int version, int width, int height, String name, String alt, String credit,
        @Nullable Instant licenceEnd, Instant uploadedAt) {}
