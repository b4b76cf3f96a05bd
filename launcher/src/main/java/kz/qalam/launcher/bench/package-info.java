/** Benchmarks and crash runs: each starts a Qalam of its own and looks at it only from outside, as its users do. */
@NullMarked
package kz.qalam.launcher.bench;

import org.jspecify.annotations.NullMarked;
