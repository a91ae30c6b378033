/** A room of the canary house. */
@NullMarked
package dev.amends.architecture.canary.routing;

import org.jspecify.annotations.NullMarked;
