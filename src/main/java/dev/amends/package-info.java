/**
 * The root: {@code Main}, {@code Assembly} and {@code Settings} wire every room; no room sees them.
 */
@NullMarked
package dev.amends;

import org.jspecify.annotations.NullMarked;
