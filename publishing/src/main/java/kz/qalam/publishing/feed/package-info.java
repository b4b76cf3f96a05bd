/** The site for readers' programs and search engines: feeds and sitemaps. */
@NullMarked
package kz.qalam.publishing.feed;

import org.jspecify.annotations.NullMarked;
