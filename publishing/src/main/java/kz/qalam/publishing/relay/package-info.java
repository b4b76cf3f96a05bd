/** Follows releases: reads what has been released, has it printed, and keeps the target's position and receipts. */
@NullMarked
package kz.qalam.publishing.relay;

import org.jspecify.annotations.NullMarked;
