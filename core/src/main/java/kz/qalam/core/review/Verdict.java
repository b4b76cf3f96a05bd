package kz.qalam.core.review;

/** How a round ended. */
public enum Verdict {
    APPROVED,
    CHANGES_REQUESTED,
    /** Taken back by its side, or overtaken by a new revision. */
    RECALLED
}
