/** Counts how often stories are read: without cookies, and without keeping anything of who read. */
@NullMarked
package kz.qalam.publishing.views;

import org.jspecify.annotations.NullMarked;
