/** One text in three scripts: Cyrillic is what is written and kept, Latin and Arabic letters are derived from it. */
@NullMarked
package kz.qalam.core.language.script;

import org.jspecify.annotations.NullMarked;
