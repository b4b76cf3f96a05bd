package kz.qalam.core.article;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * What a house rule would have marked in some stories.
 *
 * @param looked how many stories were looked through
 * @param next where looking goes on; absent when there are no more stories
 */
public record Trial(List<Hit> hits, int looked, @Nullable String next) {

    /**
     * One place.
     *
     * @param pointer the field or block in which it stands
     * @param before what stands before it, a few words
     * @param found the word as it stands there
     * @param after what stands after it, a few words
     * @param repair what the rule would put there; absent where it only marks
     */
    public record Hit(UUID story, String headline, Language language, String pointer, String before, String found,
            String after,
            @Nullable String repair) {}
}
