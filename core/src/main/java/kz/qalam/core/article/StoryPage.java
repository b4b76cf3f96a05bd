package kz.qalam.core.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a list of stories. @param next where the next part begins; absent at the end */
public record StoryPage(List<StoryLine> lines, @Nullable String next) {}
