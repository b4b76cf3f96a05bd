/** Who asks, who works here, and the desks. */
@NullMarked
package kz.qalam.api.staff;

import org.jspecify.annotations.NullMarked;
