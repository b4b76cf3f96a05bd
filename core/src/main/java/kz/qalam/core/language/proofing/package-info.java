/** What a sub-editor sees in a text: wrong letters, words, signs, languages; and how well it reads. Places are UTF-16 offsets. */
@NullMarked
package kz.qalam.core.language.proofing;

import org.jspecify.annotations.NullMarked;
