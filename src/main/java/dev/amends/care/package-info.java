/**
 * What a call is about: the caller's matter with its reason, his wish and the rep who knows it;
 * which question he is asked next on arrival, and what the rep hears first; and what came of it in
 * the end, as his rep says and as he says himself. Knows nothing of channels, keys or tables.
 */
@NullMarked
package dev.amends.care;

import org.jspecify.annotations.NullMarked;
