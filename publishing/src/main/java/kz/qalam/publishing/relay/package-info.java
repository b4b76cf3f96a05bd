/** Follows releases and drives the target. */
@NullMarked
package kz.qalam.publishing.relay;

import org.jspecify.annotations.NullMarked;
