package kz.qalam.core.style;

import java.time.Instant;

/**
 * A word that the newsroom's proofreader leaves alone, in every form.
 *
 * @param word in lower case
 * @param by the name of who said so
 */
public record IgnoredWord(String word, String by, Instant at) {}
