package kz.qalam.api.problem;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Merge;
import kz.qalam.core.refusal.StaleRevision;

/** A save over a revision that is no longer the current one, with both texts, so that nobody's work is lost. */
public final class StaleCopy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StaleRevision refusal;
    private final transient JsonNode theirs;
    private final transient JsonNode yours;
    private final transient @Nullable Merge merge;

    /**
     * @param theirs what stands now
     * @param yours what was to be saved
     */
    public StaleCopy(StaleRevision refusal, Copy theirs, Copy yours) {
        this(refusal, theirs, yours, null);
    }

    /** @param merge how the two come together; absent where there is no revision that both began from */
    public StaleCopy(StaleRevision refusal, Copy theirs, Copy yours, @Nullable Merge merge) {
        super(refusal.type(), null, false, false);
        this.refusal = refusal;
        this.theirs = theirs.json();
        this.yours = yours.json();
        this.merge = merge;
    }

    @Nullable
    Merge merge() {
        return merge;
    }

    StaleRevision refusal() {
        return refusal;
    }

    JsonNode theirs() {
        return theirs;
    }

    JsonNode yours() {
        return yours;
    }
}
