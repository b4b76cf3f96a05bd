package kz.qalam.core.article;

/**
 * Where the working copy stands, derived by the database from the current revision and its latest review. «Live» is no
 * stage: it is having a release.
 */
public enum Stage {
    DRAFT,
    IN_REVIEW,
    CHANGES_REQUESTED,
    APPROVED
}
