/** Layout, tags and messages of every page. */
@NullMarked
package kz.qalam.admin.ui;

import org.jspecify.annotations.NullMarked;
