/** A story as the site would print it now. */
@NullMarked
package kz.qalam.admin.preview;

import org.jspecify.annotations.NullMarked;
