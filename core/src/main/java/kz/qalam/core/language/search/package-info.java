/** How Kazakh stories are indexed and ranked: what the public search and {@code ./qalam lang search} both run. */
@NullMarked
package kz.qalam.core.language.search;

import org.jspecify.annotations.NullMarked;
