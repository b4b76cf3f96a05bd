/** Pictures as JSON, and their renditions. */
@NullMarked
package kz.qalam.api.media;

import org.jspecify.annotations.NullMarked;
