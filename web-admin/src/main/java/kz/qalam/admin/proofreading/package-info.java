/** Proofreading beside the text that is written, and the words that it leaves alone. */
@NullMarked
package kz.qalam.admin.proofreading;

import org.jspecify.annotations.NullMarked;
