/** What the newsroom says no to, and the way forward. */
@NullMarked
package kz.qalam.core.refusal;

import org.jspecify.annotations.NullMarked;
