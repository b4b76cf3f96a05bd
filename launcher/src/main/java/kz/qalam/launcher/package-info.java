/** Qalam on one machine. */
@NullMarked
package kz.qalam.launcher;

import org.jspecify.annotations.NullMarked;
