package kz.qalam.publishing.relay;

import java.util.UUID;

import kz.qalam.publishing.page.Listing;

/**
 * A story's place in a list, numbered from the oldest; it stays empty when the story leaves.
 *
 * @param release that brought it there
 */
record Seat(Listing.Kind kind, String name, int number, UUID article, long release, boolean taken) {}
