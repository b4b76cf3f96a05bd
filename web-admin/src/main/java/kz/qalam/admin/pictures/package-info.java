/** The library of pictures, and one picture with what is said of it. */
@NullMarked
package kz.qalam.admin.pictures;

import org.jspecify.annotations.NullMarked;
