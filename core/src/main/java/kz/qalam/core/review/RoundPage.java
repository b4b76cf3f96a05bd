package kz.qalam.core.review;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a list of rounds. @param next where the next part begins; absent at the end */
public record RoundPage(List<Round> rounds, @Nullable String next) {}
