/** Coming in and going out: log-in, log-out, what is turned away at the door. */
@NullMarked
package kz.qalam.admin.entrance;

import org.jspecify.annotations.NullMarked;
