/** What those who watch over the house are told: numbers on a port of their own. */
@NullMarked
package kz.qalam.admin.watch;

import org.jspecify.annotations.NullMarked;
