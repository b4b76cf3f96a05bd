/** The tools for the Kazakh language. */
@NullMarked
package kz.qalam.api.language;

import org.jspecify.annotations.NullMarked;
