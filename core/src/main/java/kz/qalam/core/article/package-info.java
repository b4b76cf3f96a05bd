/** Stories: their revisions, where they stand, which moves are open, and the act of drafting. */
@NullMarked
package kz.qalam.core.article;

import org.jspecify.annotations.NullMarked;
