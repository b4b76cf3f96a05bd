/** «Жұмыс үстелі»: what waits for a person, what they wait for, what goes out next, what went wrong. */
@NullMarked
package kz.qalam.admin.desk;

import org.jspecify.annotations.NullMarked;
