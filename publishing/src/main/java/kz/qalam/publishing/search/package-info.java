/**
 * The public search: each process keeps an index of its own of what is live, follows releases from the index's own position, and
 * checks with the database whatever it finds before a reader sees it.
 */
@NullMarked
package kz.qalam.publishing.search;

import org.jspecify.annotations.NullMarked;
