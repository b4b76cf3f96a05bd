/** Pictures: what was brought, what is said of it, who may see it, and where it is shown. */
@NullMarked
package kz.qalam.core.media;

import org.jspecify.annotations.NullMarked;
