package kz.qalam.publishing.feed;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A story in a feed.
 *
 * @param release the release that it tells
 * @param address its public address, which is also its name for ever
 * @param html its whole body, every address in it whole; null where only its beginning is told
 */
public record Entry(long release, String address, String headline, String lead, String language,
        @Nullable String section,
        List<String> authors, List<String> tags, Instant publishedAt, Instant changedAt, @Nullable String html) {}
