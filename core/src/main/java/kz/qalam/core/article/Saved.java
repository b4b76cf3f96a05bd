package kz.qalam.core.article;

import org.jspecify.annotations.Nullable;

/**
 * What a save came to.
 *
 * @param from the revision that the writer's text went on from, which may be younger than the one that its page believed in
 * @param over the revision of others that the writer had not seen and that was brought together with theirs; absent when
 *        nobody had saved meanwhile
 */
public record Saved(Written written, int from, @Nullable Integer over) {}
