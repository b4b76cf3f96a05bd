/** The house-style book: its list, its rules, and trying one on real stories. */
@NullMarked
package kz.qalam.admin.style;

import org.jspecify.annotations.NullMarked;
