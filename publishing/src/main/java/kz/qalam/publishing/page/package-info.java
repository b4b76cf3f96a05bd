/** Pages of the public site: what stands on them, and how it is set. A page is a function of releases and nothing else. */
@NullMarked
package kz.qalam.publishing.page;

import org.jspecify.annotations.NullMarked;
