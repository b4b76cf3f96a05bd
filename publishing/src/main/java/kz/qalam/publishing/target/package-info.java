/** Where finished pages go: a folder that any web server can serve. */
@NullMarked
package kz.qalam.publishing.target;

import org.jspecify.annotations.NullMarked;
