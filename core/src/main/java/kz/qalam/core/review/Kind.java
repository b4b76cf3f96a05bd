package kz.qalam.core.review;

/** What a revision is to be published as. */
public enum Kind {
    /** The story's first appearance. */
    FIRST,
    /** News was added; readers may be told what. */
    UPDATE,
    /** Something was wrong; readers are told what, always. */
    CORRECTION,
    /** A typing mistake: nothing that a reader has to know. */
    SILENT_FIX
}
