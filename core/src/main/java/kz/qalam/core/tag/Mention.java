package kz.qalam.core.tag;

/**
 * A tag that a text may well carry.
 *
 * @param name a tag's name; of a name that is no tag yet, its base form
 * @param known whether there is such a tag
 * @param times how often the text names it
 */
public record Mention(String name, boolean known, int times) {}
