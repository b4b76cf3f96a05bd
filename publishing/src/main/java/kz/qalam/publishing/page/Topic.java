package kz.qalam.publishing.page;

/**
 * A tag or an author, as a link to the list of its stories.
 *
 * @param path the list's address, without the script's prefix
 */
public record Topic(String label, String path) {}
