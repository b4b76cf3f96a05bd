/** The newsroom itself: its records, rules and acts. */
@NullMarked
package kz.qalam.core;

import org.jspecify.annotations.NullMarked;
