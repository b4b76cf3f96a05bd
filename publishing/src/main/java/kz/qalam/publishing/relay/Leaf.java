package kz.qalam.publishing.relay;

import kz.qalam.publishing.page.Listing;

/**
 * One page of one list.
 *
 * @param name as the database knows the list
 * @param page its number, or 0 for the list's own address, which shows the newest
 */
record Leaf(Listing.Kind kind, String name, int page) {
    Leaf turnedTo(int other) {
        return new Leaf(kind, name, other);
    }
}
