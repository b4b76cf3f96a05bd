package kz.qalam.core.style;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.language.script.Exceptions.Entry;

/**
 * The exception lexicon as it was at one time, whole; by the alphabet.
 *
 * @param number from 1, without gaps
 * @param by the name of who saved it
 * @param approval absent while it is a draft, or was one when the next was written
 * @param returned present where it was sent back
 */
public record LexiconVersion(int number, List<Entry> entries, String by, Instant at, @Nullable Approval approval,
        @Nullable Return returned) {

    /** Before the first: nothing stands in it, and nobody wrote it. */
    static final LexiconVersion NONE = new LexiconVersion(0, List.of(), "", Instant.EPOCH, null, null);

    /** @param by the name of who approved it */
    public record Approval(String by, Instant at) {}

    /** @param by the name of who sent it back. @param remark why */
    public record Return(String by, Instant at, String remark) {}

    public LexiconVersion {
        entries = List.copyOf(entries);
    }
}
