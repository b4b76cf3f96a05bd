/** Drafts as the site would print them, given by value: nothing is read from the newsroom, kept or logged. */
@NullMarked
package kz.qalam.publishing.preview;

import org.jspecify.annotations.NullMarked;
