package kz.qalam.core.article;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which stories are asked for; absent parts do not narrow.
 *
 * @param author a username
 * @param words looked for in headlines, at most 200 characters
 */
public record StoryFilter(@Nullable Stage stage, @Nullable UUID desk, @Nullable String section, @Nullable String author,
        @Nullable String words) {

    public static final StoryFilter ALL = new StoryFilter(null, null, null, null, null);
}
