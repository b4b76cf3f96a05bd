/** Submitting a revision, and judging it. */
@NullMarked
package kz.qalam.admin.review;

import org.jspecify.annotations.NullMarked;
