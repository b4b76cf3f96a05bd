/** Tags: what stories are gathered by, whatever each text calls it. */
@NullMarked
package kz.qalam.core.tag;

import org.jspecify.annotations.NullMarked;
