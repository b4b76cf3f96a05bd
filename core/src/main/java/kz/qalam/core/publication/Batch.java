package kz.qalam.core.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Language;
import kz.qalam.core.refusal.Refusal;

/**
 * The same move to be made with many stories.
 *
 * @param text a tag, a section's slug or a reason, as the move needs it
 * @param from when it goes out, for what is planned: must be said; past: at once. What is held is passed over
 */
public record Batch(Step step, String text, @Nullable Instant from, List<UUID> stories) {

    /** What can be done with many at once. Nothing that judges a text: that is done one by one. */
    public enum Step {
        SUBMIT,
        RECALL,
        HOLD,
        PLAN,
        SECTION,
        TAG,
        UNTAG
    }

    /**
     * What became of one story.
     *
     * @param headline empty for what this person may not see
     * @param why it was not done: a {@link Refusal}; or that at which the whole broke off. Of the first story that has it nobody
     *        knows whether it was done, those after it were not tried. Absent when it was done
     */
    public record Outcome(UUID story, String headline, Language language, @Nullable RuntimeException why) {

        public boolean isBrokenOff() {
            return why != null && !(why instanceof Refusal);
        }
    }

    public Batch {
        stories = stories.stream().distinct().toList();
    }

    /** Of all that is asked, SHA-256. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(String
                    .join("\0", step.name(), text, Objects.toString(from, ""), stories.toString())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
