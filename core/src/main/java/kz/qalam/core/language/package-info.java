/** How Kazakh is written, ordered and dated, and in which language a person is answered. Plain Java, without the newsroom. */
@NullMarked
package kz.qalam.core.language;

import org.jspecify.annotations.NullMarked;
