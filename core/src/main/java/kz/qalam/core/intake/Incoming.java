package kz.qalam.core.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;

/**
 * A story that came in from outside, understood and within copy's limits, not yet kept.
 *
 * @param comments how many comments readers had left where it comes from
 * @param views how often it had been read there
 * @param dated when it was published there
 * @param digest SHA-256 of the document it was read from, by which the same document is known again
 * @param name the file's, with the post's number for a post of an archive
 * @param remarks what was understood and what was left out
 */
public record Incoming(Copy copy, @Nullable Long comments, @Nullable Long views, @Nullable Instant dated, byte[] digest,
        String name, List<Remark> remarks) {

    public Incoming {
        digest = digest.clone();
        remarks = List.copyOf(remarks);
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }
}
