package kz.qalam.admin.tags;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.tag.Tag;

/**
 * The tags of the newsroom, or those that were looked for.
 *
 * @param words what was looked for
 * @param next where the next part begins
 * @param isStarter whether whoever looks may start tags
 * @param typed what stands in the form
 * @param problems what was wrong with it
 */
record TagBook(List<Tag> tags, String words, @Nullable String next, boolean isStarter, String typed,
        List<String> problems) {

    /** What leads to the next part. */
    public String nextQuery() {
        return "q=" + URLEncoder.encode(words, UTF_8) + "&from=" + next;
    }
}
