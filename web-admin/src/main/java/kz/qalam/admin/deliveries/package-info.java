/** What was sent of each release to whom; for admins. */
@NullMarked
package kz.qalam.admin.deliveries;

import org.jspecify.annotations.NullMarked;
