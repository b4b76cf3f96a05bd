package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * Which stories are asked for; absent parts do not narrow.
 *
 * @param author a username, or a name as colleagues read it
 * @param words looked for in the whole text, every one of them and in any form, at most 200 characters; the last one may be
 *        one that is still being typed, unless a space ends it
 * @param tag a tag as the story has it
 * @param language that the story is written in
 * @param before changed before this moment
 * @param since changed at this moment or later
 * @param order the newest change first, unless said otherwise
 */
public record StoryFilter(@Nullable Stage stage, @Nullable UUID desk, @Nullable String section, @Nullable String author,
        @Nullable String words, @Nullable String tag, @Nullable Language language, @Nullable Outlook outlook,
        @Nullable Instant since,
        @Nullable Instant before, Order order) {

    public static final StoryFilter ALL = new StoryFilter(null, null, null, null, null);

    /** How a story stands before the public. */
    public enum Outlook {
        LIVE,
        PLANNED,
        HELD,
        NEVER
    }

    /** What stands first. */
    public enum Order {
        NEWEST,
        /** What has stood as it is for the longest time. */
        LONGEST_WAITING
    }

    public StoryFilter(@Nullable Stage stage, @Nullable UUID desk, @Nullable String section, @Nullable String author,
            @Nullable String words) {
        this(stage, desk, section, author, words, null, null, null, null, null, Order.NEWEST);
    }
}
