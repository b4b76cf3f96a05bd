package kz.qalam.core.article;

import java.util.UUID;

/**
 * What a drafting act left behind.
 *
 * @param revision the story's current revision now
 * @param changed false when the text was the same and nothing was written
 */
public record Written(UUID article, int revision, boolean changed) {}
