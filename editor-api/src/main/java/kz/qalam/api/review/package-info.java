/** Submitting, recalling, deciding, and what waits for a decision. */
@NullMarked
package kz.qalam.api.review;

import org.jspecify.annotations.NullMarked;
