/** Refusals as problem+json (RFC 9457). */
@NullMarked
package kz.qalam.api.problem;

import org.jspecify.annotations.NullMarked;
