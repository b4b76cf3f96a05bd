package kz.qalam.core.article;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;

/**
 * A story whose text is nearly the same as another's, and which readers have or soon may.
 *
 * @param id absent where the person may not read it at the desk, but anybody on the site
 * @param headline that which readers have, where it is their text that is nearly the same
 * @param stage APPROVED where the story is not the person's to read
 * @param author the author's name; absent while it is nobody's, and where the story is not the person's to read
 * @param changedAt when it was last released, where the story is not the person's to read
 * @param path where it stands on the public site; absent unless it is live
 * @param hundredths about how many hundredths of both texts are the same, 50 to 100
 */
public record Twin(@Nullable UUID id, String headline, Language language, Stage stage, @Nullable String author,
        Instant changedAt,
        @Nullable String path, int hundredths) {

    Twin headed(String other) {
        return new Twin(id, other, language, stage, author, changedAt, path, hundredths);
    }
}
