package kz.qalam.publishing.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;

/**
 * A live story, as its page tells it.
 *
 * @param release its last release
 * @param publishedAt when it first went out
 * @param changedAt when readers were last told of an update or a correction
 * @param views readers counted elsewhere, before the story came here
 * @param notes oldest first
 * @param pictures by reference, as far as they are there
 */
public record Story(UUID article, String path, Copy copy, long release, Instant publishedAt,
        @Nullable Instant changedAt,
        @Nullable Long views, List<Note> notes, Map<String, Shown> pictures) {}
