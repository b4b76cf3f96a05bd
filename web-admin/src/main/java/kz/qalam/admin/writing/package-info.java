/** The writing page: the text, its properties, and what to do when two people wrote at once. */
@NullMarked
package kz.qalam.admin.writing;

import org.jspecify.annotations.NullMarked;
