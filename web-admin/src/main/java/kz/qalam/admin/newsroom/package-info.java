/** What the newsroom consists of: desks with their rules, sections of the site. */
@NullMarked
package kz.qalam.admin.newsroom;

import org.jspecify.annotations.NullMarked;
