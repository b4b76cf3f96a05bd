package kz.qalam.core.style;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of the house-style book. @param next the word after which the next part begins; absent at the end */
public record HouseRulePage(List<HouseRule> rules, @Nullable String next) {}
