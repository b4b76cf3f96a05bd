/** Handing a story over to another author. */
@NullMarked
package kz.qalam.admin.handover;

import org.jspecify.annotations.NullMarked;
