package kz.qalam.publishing.page;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A list of stories, or one of its pages. Pages are numbered from the oldest stories, so that a number, once given, shows
 * the same stories for ever; the list's own address shows the newest and has no number.
 *
 * @param path the list's own address, without the script's prefix
 * @param name a section's slug, a day («2026-11-25»), or what a tag or an author is called
 * @param stories newest first
 * @param turn where this page stands among the others
 */
public record Listing(Kind kind, String path, String name, List<Summary> stories, Turn turn) {

    /** Only what stands. */
    public Listing only(Predicate<Summary> stands) {
        return new Listing(kind, path, name, stories.stream().filter(stands).toList(), turn);
    }

    /** What its stories have in common. */
    public enum Kind {
        SECTION,
        TAG,
        AUTHOR,
        DAY,
        CORRECTION
    }

    /**
     * Where one leads from here.
     *
     * @param page its number, or 0 for the newest
     * @param newer the path of the page of newer stories, if there is one
     * @param older the path of the page of older stories, if there is one
     */
    public record Turn(int page, @Nullable String newer, @Nullable String older) {
        public static final Turn ALONE = new Turn(0, null, null);
    }
}
