@NullMarked
package kz.qalam.admin;

import org.jspecify.annotations.NullMarked;
