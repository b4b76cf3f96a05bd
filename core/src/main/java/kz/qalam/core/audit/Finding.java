package kz.qalam.core.audit;

/**
 * Something that is not as it was written.
 *
 * @param what which one: an id, a number; never text
 */
public record Finding(Kind kind, String what) {

    public enum Kind {
        /** An entry of the trail was changed, or one is missing between two others. */
        TRAIL_BROKEN,
        /** What was sealed is not there any more, or is something else. */
        SEALED_CHANGED,
        /** The file of seals itself was changed. */
        SEAL_BROKEN,
        /** A revision's text is not what its digest or the trail says. */
        REVISION_CHANGED,
        /** A revision that nobody is recorded to have written. */
        REVISION_UNRECORDED,
        /** An approval that nobody is recorded to have given, or of something else. */
        APPROVAL_UNRECORDED,
        /** A release was changed, or stands without its approval. */
        RELEASE_BROKEN
    }
}
