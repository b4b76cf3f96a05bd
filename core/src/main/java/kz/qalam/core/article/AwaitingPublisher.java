package kz.qalam.core.article;

import java.time.Instant;

/** An approved story that waits for its publisher. @param since when the waiting revision was approved */
public record AwaitingPublisher(StoryLine story, Instant since) {}
