package kz.qalam.core.review;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * A round as a list shows it.
 *
 * @param from when it may go out; absent: at once
 * @param own whether the one who looks wrote some of it, and so may not approve it
 */
public record Round(UUID id, UUID article, String headline, Language language, int revision, Kind kind,
        @Nullable String notice,
        @Nullable Instant from, String askedBy, Instant askedAt, @Nullable Verdict verdict, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable String note, boolean own) {}
