/** Whom this call should reach, and why. Decides only; the dialogue carries it out. */
@NullMarked
package dev.amends.routing;

import org.jspecify.annotations.NullMarked;
