package kz.qalam.publishing.search;

/**
 * A word of a text, in UTF-16 units.
 *
 * @param term under which it was found
 */
record Mark(int start, int end, String term) {}
