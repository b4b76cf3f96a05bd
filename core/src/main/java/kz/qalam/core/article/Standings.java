package kz.qalam.core.article;

import java.util.UUID;

/** Answers how a story stands before the public. Known to {@code publication}, asked by everything before it. */
public interface Standings {

    Standing of(UUID article);
}
