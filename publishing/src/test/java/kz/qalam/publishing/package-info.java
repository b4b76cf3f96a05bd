@NullMarked
package kz.qalam.publishing;

import org.jspecify.annotations.NullMarked;
