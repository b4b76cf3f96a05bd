/** What is planned for the public and what has been released, and the act of publishing. */
@NullMarked
package kz.qalam.core.publication;

import org.jspecify.annotations.NullMarked;
