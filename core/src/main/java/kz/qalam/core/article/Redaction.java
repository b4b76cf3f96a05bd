package kz.qalam.core.article;

import java.time.Instant;

/**
 * The tombstone of a revision whose text was taken out by court or law. Written by the database's owner alone
 * (docs/operations.md).
 *
 * @param ordered what ordered it
 */
public record Redaction(int revision, String ordered, Instant at) {}
