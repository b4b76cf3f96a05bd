/** Tags: reading, starting, naming, merging, and which a text may carry. */
@NullMarked
package kz.qalam.api.tag;

import org.jspecify.annotations.NullMarked;
