package kz.qalam.publishing.target;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A finished file on its way to a target.
 *
 * @param path its address on the site, from the root: {@code /2026/11/24/slug/index.html}
 * @param release the release that it tells
 * @param article the story whose page it is, or null for lists
 * @param shows the other stories that a story's page names, each with the release it was named from: when one of them
 *        changes, this page is printed again
 */
public record Printed(String path, byte[] bytes, long release, @Nullable UUID article, Map<UUID, Long> shows) {

    /** A list, a feed or whatever else is no story's own page. */
    public static Printed list(String path, byte[] bytes, long release) {
        return new Printed(path, bytes, release, null, Map.of());
    }
}
