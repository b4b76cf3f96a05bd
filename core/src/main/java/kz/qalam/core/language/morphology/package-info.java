/** The forms of Kazakh words: which word a form belongs to, and which form a word takes. One table of suffixes drives both ways. */
@NullMarked
package kz.qalam.core.language.morphology;

import org.jspecify.annotations.NullMarked;
