/** Rounds of judgement on one revision and its proposal, and the act of reviewing. */
@NullMarked
package kz.qalam.core.review;

import org.jspecify.annotations.NullMarked;
