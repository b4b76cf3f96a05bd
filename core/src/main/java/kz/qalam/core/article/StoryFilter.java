package kz.qalam.core.article;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which stories are asked for; absent parts do not narrow.
 *
 * @param author a username
 * @param words looked for in the whole text, every one of them and in any form, at most 200 characters; the last one may be
 *        one that is still being typed, unless a space ends it
 */
public record StoryFilter(@Nullable Stage stage, @Nullable UUID desk, @Nullable String section, @Nullable String author,
        @Nullable String words) {

    public static final StoryFilter ALL = new StoryFilter(null, null, null, null, null);
}
