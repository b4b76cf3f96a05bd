package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * A story in a list.
 *
 * @param author the author's name; absent while it is nobody's
 * @param path where it stands on the public site; absent unless it is live
 * @param liveRevision which revision readers have
 * @param plannedAt when its next edition goes out
 * @param excerpt why it was found; absent unless words were looked for
 */
public record StoryLine(UUID id, String headline, Language language, Stage stage, int revision, UUID desk,
        @Nullable String author,
        @Nullable String section, Instant changedAt, @Nullable String path, @Nullable Integer liveRevision,
        @Nullable Instant plannedAt, @Nullable Excerpt excerpt) {}
