/** The newsroom as JSON: where it stands, and what all its resources share. */
@NullMarked
package kz.qalam.api;

import org.jspecify.annotations.NullMarked;
