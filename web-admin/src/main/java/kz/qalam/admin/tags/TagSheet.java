package kz.qalam.admin.tags;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.tag.Tag;

/**
 * One tag.
 *
 * @param isNamer whether whoever looks may rename and merge it
 * @param name what stands in the form
 * @param into the tag into which it is about to go, to be confirmed
 * @param asked what was typed of it
 */
record TagSheet(Tag tag, boolean isNamer, String name, @Nullable Tag into, String asked, List<String> problems) {

    /** What narrows the list of stories to this tag. */
    public String query() {
        return "tag=" + URLEncoder.encode(tag.name(), UTF_8);
    }
}
