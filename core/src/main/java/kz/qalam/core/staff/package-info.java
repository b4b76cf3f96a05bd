/** Who works here, at which desk, and as what. */
@NullMarked
package kz.qalam.core.staff;

import org.jspecify.annotations.NullMarked;
