/** What a person sees when something was refused, is not there, or went wrong. */
@NullMarked
package kz.qalam.admin.error;

import org.jspecify.annotations.NullMarked;
