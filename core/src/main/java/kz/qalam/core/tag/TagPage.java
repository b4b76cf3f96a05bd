package kz.qalam.core.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of the tags, by the alphabet. @param next where the next part begins; absent at the end */
public record TagPage(List<Tag> tags, @Nullable String next) {}
