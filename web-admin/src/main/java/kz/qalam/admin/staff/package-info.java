/** The people: who may come in, and what they may do. */
@NullMarked
package kz.qalam.admin.staff;

import org.jspecify.annotations.NullMarked;
