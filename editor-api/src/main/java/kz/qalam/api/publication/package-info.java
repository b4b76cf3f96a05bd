/** Planning, holding, withdrawing, and sending again. */
@NullMarked
package kz.qalam.api.publication;

import org.jspecify.annotations.NullMarked;
