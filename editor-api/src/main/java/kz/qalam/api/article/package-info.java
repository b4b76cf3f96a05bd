/** Stories, their copy, their history and their trail. */
@NullMarked
package kz.qalam.api.article;

import org.jspecify.annotations.NullMarked;
