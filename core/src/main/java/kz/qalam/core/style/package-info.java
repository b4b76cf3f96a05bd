/** How the newsroom writes: which words it knows though no dictionary does. */
@NullMarked
package kz.qalam.core.style;

import org.jspecify.annotations.NullMarked;
