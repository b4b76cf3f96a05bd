/**
 * Reading what comes in from outside: raw text, pages and archives of other systems, made into copy of ours with
 * nothing lost.
 */
@NullMarked
package kz.qalam.core.intake;

import org.jspecify.annotations.NullMarked;
