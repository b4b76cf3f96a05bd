/** The list of stories. */
@NullMarked
package kz.qalam.admin.stories;

import org.jspecify.annotations.NullMarked;
