/**
 * Where pictures are judged, developed and kept: plain Java. What comes in is judged by its header before anything is
 * decoded; what goes out is drawn anew, so that nothing of what came in but its colours reaches a reader.
 */
@NullMarked
package kz.qalam.core.darkroom;

import org.jspecify.annotations.NullMarked;
