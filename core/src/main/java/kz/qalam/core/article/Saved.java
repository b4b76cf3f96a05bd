package kz.qalam.core.article;

import org.jspecify.annotations.Nullable;

/**
 * What a save came to.
 *
 * @param over the revision of others that the writer had not seen and that was brought together with theirs; absent when
 *        nobody had saved meanwhile
 */
public record Saved(Written written, @Nullable Integer over) {}
