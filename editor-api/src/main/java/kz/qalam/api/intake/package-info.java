/** What comes in from outside. */
@NullMarked
package kz.qalam.api.intake;

import org.jspecify.annotations.NullMarked;
