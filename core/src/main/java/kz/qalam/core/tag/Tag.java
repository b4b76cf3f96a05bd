package kz.qalam.core.tag;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What stories are gathered by.
 *
 * @param name as readers see it
 * @param slug its address on the site, {@code /tag/slug/}; absent until it is first printed
 * @param stories how many live stories carry it
 * @param others the other names by which texts mean it, by the alphabet
 */
public record Tag(UUID id, String name, @Nullable String slug, int stories, List<String> others) {

    public Tag {
        others = List.copyOf(others);
    }
}
