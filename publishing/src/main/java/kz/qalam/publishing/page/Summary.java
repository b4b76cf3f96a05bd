package kz.qalam.publishing.page;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/** A live story as other pages name it. */
public record Summary(UUID article, String path, long release, String headline, String lead, Language language,
        @Nullable String section, Instant publishedAt, @Nullable Long views, @Nullable Shown picture) {

    /** The same, read so often. */
    public Summary read(long times) {
        return new Summary(article, path, release, headline, lead, language, section, publishedAt, times, picture);
    }
}
