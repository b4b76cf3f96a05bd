/** Who did what, over the whole newsroom; for admins. */
@NullMarked
package kz.qalam.admin.trail;

import org.jspecify.annotations.NullMarked;
