package kz.qalam.core.publication;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * A story whose time before the public has an end.
 *
 * @param setBy who set it
 * @param path where it stands; absent while it is not live
 */
public record EndLine(UUID article, String headline, Language language, Instant at, String setBy,
        @Nullable String path) {}
