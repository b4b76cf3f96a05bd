/** What is planned for the public and what is live. */
@NullMarked
package kz.qalam.admin.publication;

import org.jspecify.annotations.NullMarked;
