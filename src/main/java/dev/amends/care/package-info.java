/**
 * What a call is about: the caller's matter with its reason, his wish and the rep who knows it;
 * which question he is asked next on arrival, and what the rep hears first. Knows nothing of
 * channels, keys or tables.
 */
@NullMarked
package dev.amends.care;

import org.jspecify.annotations.NullMarked;
