/** What a story is made of: its fields and blocks, how they are read, compared and merged. Plain Java, without the newsroom. */
@NullMarked
package kz.qalam.core.copy;

import org.jspecify.annotations.NullMarked;
