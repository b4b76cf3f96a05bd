/** The trail: who did what, when; and the proof that it was not rewritten. */
@NullMarked
package kz.qalam.core.audit;

import org.jspecify.annotations.NullMarked;
