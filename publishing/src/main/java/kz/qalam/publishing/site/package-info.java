/** The public site: hands readers the target folder's files. */
@NullMarked
package kz.qalam.publishing.site;

import org.jspecify.annotations.NullMarked;
