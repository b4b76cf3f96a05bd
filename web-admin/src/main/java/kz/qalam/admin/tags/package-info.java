/** Tags: the page on which they are kept, and what the writing page asks about them. */
@NullMarked
package kz.qalam.admin.tags;

import org.jspecify.annotations.NullMarked;
