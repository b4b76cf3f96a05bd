/** A story's revisions: compared, and brought back. */
@NullMarked
package kz.qalam.admin.history;

import org.jspecify.annotations.NullMarked;
